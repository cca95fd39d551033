/* Reading values of which nothing is known yet. */
export interface JsonObject {
  readonly [name: string]: unknown
}
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
/** A list of one where the standard allows the thing itself instead. */
export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
/** The object of a JSON text, or `null`. */
export function objectOfText(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
