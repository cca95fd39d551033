/** Builds the web app of `root` with the given Node when it is missing or old. Undefined when it is built, else what the builder said. */
export function buildMissingApp(root: string, node: string): Promise<string | undefined>
