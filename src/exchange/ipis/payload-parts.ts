/*
Small parts from which payloads are made: absent means not asked, so nothing may become `undefined`, an empty text or an empty list.
*/
/** A list that has something in it, otherwise undefined. */
export const listed = <Item>(items: readonly Item[]): Item[] | undefined => (items.length === 0 ? undefined : [...items])

/** The word itself when it is one of the schema's, otherwise undefined. */
export function oneWord<Word extends string>(words: { readonly options: readonly Word[] }, text: string | null): Word | undefined {
  return words.options.find((word) => word === text)
}

export type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }
/** The fields that were asked: `undefined` ones are left out, as exact optional properties want. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const kept: Defined<Fields> = {}
  for (const name in fields) {
    const value = fields[name]
    if (isDefined(value)) kept[name] = value
  }
  return kept
}
const isDefined = <Value>(value: Value): value is Exclude<Value, undefined> => value !== undefined
