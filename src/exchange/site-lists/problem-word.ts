/* The register's own refusals keep their words; what only a list can have wrong has words of its own. */
export const wordOfProblem = (code: string): string => (/^(polygon-|outside-your-territory)/.test(code) ? code : `row-${code}`)
