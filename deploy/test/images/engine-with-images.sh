#!/bin/sh
# Stands in for docker: an engine that has an image for every question, and builds and pushes without a word.
case "$*" in
  *RepoDigests*) echo '["registry.example.com/shop/cart@sha256:abc"]' ;;
  'image inspect'*) echo '[{ "Id": "sha256:1", "Size": 1, "Config": { "Labels": {} } }]' ;;
  'images --quiet'*) echo '1234' ;;
esac
