/* Which questions of a record name files, with the positions of their rows: `pit[2]/photo`. */
import type { AskedPart, Values } from '../domain/records.ts'

export function fileAnswers(parts: readonly AskedPart[], values: Values): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (asked: readonly AskedPart[], here: { readonly values: Values; readonly prefix: string; readonly path: string }): void => {
    for (const part of asked) {
      const own = `${here.prefix}${part.name}`
      const path = `${here.path}${part.name}`
      const value = here.values[own]
      if (part.kind === 'group') walk(part.parts, { ...here, prefix: `${own}/`, path: `${path}/` })
      else if (part.kind === 'question') {
        if (part.type === 'file' && typeof value === 'string') found.set(path, value)
      } else if (Array.isArray(value)) {
        const rows: readonly unknown[] = value
        for (const [at, row] of rows.entries())
          if (isValues(row)) walk(part.parts, { values: row, prefix: '', path: `${path}[${at + 1}]/` })
      }
    }
  }
  walk(parts, { values, prefix: '', path: '' })
  return found
}
const isValues = (row: unknown): row is Values => typeof row === 'object' && row !== null && !Array.isArray(row)
