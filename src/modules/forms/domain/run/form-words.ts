/* The words of a form: translations by id, and sentences with values in them. Pictures and sounds among the words are left aside. */
import type { TextPart, TextSource } from './form-parts.ts'
import { type XmlElement, attributeOf, childNamed, elementsNamed, localName } from './tree.ts'
import { readExpression } from './xpath-syntax.ts'

export interface Words {
  /** As the form names them: `Français (fr)`; empty for a form in one language. */
  readonly languages: readonly string[]
  readonly standard: string
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, readonly TextPart[]>>
}

export function readWords(itext: XmlElement | undefined): Words {
  const translations = itext ? elementsNamed(itext, 'translation') : []
  const named = translations.map((one) => [attributeOf(one, 'lang') ?? '', textsIn(one)] as const)
  const marked = translations.find((one) => attributeOf(one, 'default') !== undefined)
  return {
    languages: named.map(([language]) => language),
    standard: (marked && attributeOf(marked, 'lang')) ?? named[0]?.[0] ?? '',
    texts: new Map(named),
  }
}
const textsIn = (translation: XmlElement): ReadonlyMap<string, readonly TextPart[]> =>
  new Map(
    elementsNamed(translation, 'text').flatMap((text) => {
      const plain = elementsNamed(text, 'value').find((one) => attributeOf(one, 'form') === undefined)
      return plain ? [[attributeOf(text, 'id') ?? '', partsOf(plain)] as const] : []
    }),
  )

/** Text with `<output value="…"/>` inside it. */
const partsOf = (element: XmlElement): readonly TextPart[] =>
  element.children.flatMap((one): readonly TextPart[] => {
    if (typeof one === 'string') return [one]
    const value = attributeOf(one, 'value') ?? attributeOf(one, 'ref')
    return localName(one.name) === 'output' && value !== undefined ? [readExpression(value)] : partsOf(one)
  })

/** Of a `label` or `hint` child. */
export function textOfChild(element: XmlElement, name: string): TextSource | null {
  const found = childNamed(element, name)
  return found ? (textSource(attributeOf(found, 'ref')) ?? { kind: 'inline', parts: partsOf(found) }) : null
}
/** Of an attribute: `jr:itext('…')`, or the words themselves. */
export function textSource(text: string | undefined): TextSource | null {
  if (text === undefined || text.trim() === '') return null
  const id = /^\s*jr:itext\((.*)\)\s*$/s.exec(text)?.[1]
  return id === undefined ? { kind: 'inline', parts: [text] } : { kind: 'itext', id: readExpression(id) }
}

/** The form's own name for a language of the reader: by its code in brackets, else by the beginning of its name. */
export function languageFor({ languages, standard }: Words, code: string): string {
  const names: { readonly [code: string]: readonly string[] } = {
    fr: ['fr', 'fra', 'french', 'français'],
    en: ['en', 'eng', 'english', 'anglais'],
  }
  const wanted = names[code] ?? [code]
  const fits = (language: string): boolean => {
    const inBrackets = /\(([\w-]+)\)/.exec(language)?.[1]?.toLowerCase()
    return inBrackets === undefined
      ? wanted.includes(language.trim().toLowerCase())
      : wanted.includes(inBrackets.slice(0, 2)) || wanted.includes(inBrackets)
  }
  return languages.find(fits) ?? standard
}
