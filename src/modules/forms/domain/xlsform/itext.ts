/*
The wordings of a form in its languages, in the order in which ODK's own converter writes them: choices, then questions, then media; and what a
language lacks is `-`, so that no reader falls back to another language without saying so.
*/
import type { Wording } from './columns.ts'
import type { Choice, ChoiceList, Form, PlacedNode } from './nodes.ts'
import { flatten } from './nodes.ts'
import { type NameIndex, REFERENCE, type Speaker, withPaths } from './references.ts'
import { type Element, element } from './xml.ts'

const LONG = 'long'
const FOLDERS: { readonly [media: string]: string } = { image: 'images', audio: 'audio', video: 'video' }

interface Said {
  readonly text: string
  readonly speaker: Speaker
}
/** Language, then the id of the text, then its form (long, or a medium). */
type Translations = Map<string, Map<string, Map<string, Said>>>

const isWorded = (wording: Wording | null): wording is ReadonlyMap<string, string> => wording !== null && typeof wording !== 'string'
export const needsText = (node: Pick<PlacedNode, 'label' | 'media'>): boolean => isWorded(node.label) || node.media.size > 0
export const listNeedsText = (list: ChoiceList): boolean => list.choices.some((choice) => isWorded(choice.label) || choice.media.size > 0)

/** What stands where a text is shown: a pointer to the languages, or the text itself. */
export function shownText(
  wording: Wording | null,
  id: string,
  { inText, index, speaker }: { inText: boolean; index: NameIndex; speaker: Speaker },
): Pick<Element, 'attributes' | 'children'> {
  if (inText || isWorded(wording)) return { attributes: { ref: `jr:itext('${id}')` }, children: [] }
  return { attributes: {}, children: wording === null ? [] : spoken({ text: wording, speaker }, index) }
}

/** Text in which a reference shows the answer. */
export function spoken({ text, speaker }: Said, index: NameIndex): Element['children'] {
  const parts: (Element | string)[] = []
  let from = 0
  for (const found of text.matchAll(REFERENCE)) {
    if (found.index > from) parts.push(text.slice(from, found.index))
    parts.push(element('output', { value: withPaths(found[0], index, speaker) }))
    from = found.index + found[0].length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

export function writeItext(form: Form, index: NameIndex): Element | null {
  const translations: Translations = new Map()
  const { defaultLanguage } = form.settings
  const add = (wording: Wording, entry: { readonly id: string; readonly as: string; readonly speaker: Speaker }): void => {
    for (const [language, text] of isWorded(wording) ? wording : new Map([[defaultLanguage, wording]]))
      put(translations, [language, entry.id, entry.as], {
        text: entry.as === LONG ? text : `jr://${FOLDERS[entry.as]}/${text}`,
        speaker: entry.speaker,
      })
  }
  for (const list of form.lists.filter(listNeedsText))
    list.choices.forEach((choice, ordinal) => addChoice(choice, `${list.name}-${ordinal}`, add))
  const nodes = flatten<PlacedNode>(form.nodes)
  for (const node of nodes) addNode(node, add)
  for (const node of nodes)
    for (const [medium, wording] of node.media) add(wording, { id: `${node.path}:label`, as: medium, speaker: node })
  if (translations.size === 0) return null
  fillGaps(translations)
  return element(
    'itext',
    {},
    [...translations].map(([language, texts]) => writeLanguage(language, texts, { defaultLanguage, index })),
  )
}

type Add = (wording: Wording, entry: { readonly id: string; readonly as: string; readonly speaker: Speaker }) => void

function addChoice(choice: Choice, id: string, add: Add): void {
  if (choice.label !== null) add(choice.label, { id, as: LONG, speaker: null })
  for (const [medium, wording] of choice.media) add(wording, { id, as: medium, speaker: null })
}

function addNode(node: PlacedNode, add: Add): void {
  const say = (wording: Wording | null, suffix: string, always = false): void => {
    if (wording !== null && (always || isWorded(wording))) add(wording, { id: `${node.path}:${suffix}`, as: LONG, speaker: node })
  }
  say(node.constraintMessage, 'jr:constraintMsg', hasReference(node.constraintMessage))
  say(node.requiredMessage, 'jr:requiredMsg', hasReference(node.requiredMessage))
  say(node.label, 'label', needsText(node))
  say(node.hint, 'hint')
}

export const hasReference = (wording: Wording | null): boolean => typeof wording === 'string' && wording.includes('${')

function put(translations: Translations, [language, id, as]: readonly [string, string, string], said: Said): void {
  const texts = translations.get(language) ?? new Map<string, Map<string, Said>>()
  const forms = texts.get(id) ?? new Map<string, Said>()
  translations.set(language, texts.set(id, forms.set(as, said)))
}

function fillGaps(translations: Translations): void {
  const ids = new Map<string, Set<string>>()
  for (const texts of translations.values())
    for (const [id, forms] of texts) ids.set(id, new Set([...(ids.get(id) ?? []), ...forms.keys()]))
  for (const texts of translations.values())
    for (const [id, forms] of ids) {
      const own = texts.get(id) ?? new Map<string, Said>()
      if (forms.has(LONG) && !own.has(LONG)) own.set(LONG, { text: '-', speaker: null })
      texts.set(id, own)
    }
}

function writeLanguage(
  language: string,
  texts: ReadonlyMap<string, ReadonlyMap<string, Said>>,
  { defaultLanguage, index }: { readonly defaultLanguage: string; readonly index: NameIndex },
): Element {
  const written = [...texts].map(([id, forms]) =>
    element(
      'text',
      { id },
      [...forms].map(([as, said]) => element('value', as === LONG ? {} : { form: as }, spoken(said, index))),
    ),
  )
  return element('translation', { lang: language, ...(language === defaultLanguage ? { default: 'true()' } : {}) }, written)
}
