/** Loads the library of MCP, which takes 10 MB: once somebody asks. */
export const loadLibrary = () => import('@modelcontextprotocol/server');

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
export type McpServer = InstanceType<Library['McpServer']>;
