/** The path of the console's MCP server. */
export const mcpPath = '/mcp';
