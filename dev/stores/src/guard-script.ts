/**
 * Runs a program that must not outlive the process that asked for it.
 *
 * A shell forks a watcher and then becomes the program, so that the program keeps the pid that
 * `spawn` returned. The watcher blocks on a pipe (descriptor 3) whose other end only the parent
 * holds: a line means that the program has ended, end of file that the parent is gone, by
 * whatever death, and then the watcher ends the program. The watcher is forked twice, because
 * PostgreSQL takes an unknown child that ends for a crash.
 *
 * This needs nothing but a POSIX shell and about 0.2 MB; `setpriv --pdeathsig` and `prctl` exist
 * on Linux only, and a supervisor in Node would weigh 40 MB.
 *
 * What the program writes is its user's only.
 *
 * Arguments: signal, seconds of grace before SIGKILL, scratch directory to remove or '', program…
 */
export const guardScript = `
signal=$1 grace=$2 scratch=$3
shift 3
umask 077
(
  exec </dev/null >/dev/null 2>&1 4<&-
  (
    read -r line <&3 && exit 0
    kill -s "$signal" $$
    while kill -0 $$ && [ "$grace" -gt 0 ]; do sleep 1; grace=$((grace - 1)); done
    if [ -n "$scratch" ]; then rm -rf -- "$scratch"; fi
    kill -s KILL -- -$$
  ) &
)
exec 3<&-
exec "$@"
`;
