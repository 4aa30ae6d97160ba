import { useStatus } from '../api/queries';

/** A file of the repository: a link where the console knows where they can be read, or else its path. */
export const DocsLink = ({ path, words = path }: { path: string; words?: string }) => {
  const docsUrl = useStatus().data?.docsUrl;
  return docsUrl === undefined ? <code>{path}</code> : <a href={`${docsUrl}/${path}`}>{words}</a>;
};
