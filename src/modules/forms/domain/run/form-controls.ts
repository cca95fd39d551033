/* The body of an XForm as questions, groups and repeats. A kind of question that this program cannot show is a problem of the form. */
import type { Choices, Control, Question } from './form-parts.ts'
import { textOfChild } from './form-words.ts'
import { FormProblem, type XmlElement, attributeOf, childNamed, elementsNamed, elementsOf, localName, textIn } from './tree.ts'
import { readExpression } from './xpath-syntax.ts'

const asks: { readonly [element: string]: Question['asks'] } = {
  input: 'input',
  range: 'input',
  select1: 'one',
  select: 'several',
  upload: 'file',
  trigger: 'acknowledge',
}
/** Parts of the body that say nothing about a question. */
const aside = ['label', 'hint', 'setvalue', 'setgeopoint']

export const readControls = (elements: readonly XmlElement[]): readonly Control[] => elements.flatMap(readControl)

function readControl(element: XmlElement): readonly Control[] {
  const name = localName(element.name)
  if (aside.includes(name)) return []
  if (name === 'group') return [readGroup(element)]
  if (name === 'repeat') return [readRepeat(element, null)]
  const kind = Object.hasOwn(asks, name) ? asks[name] : undefined
  if (kind === undefined) throw new FormProblem(`<${name}>`)
  return [
    {
      kind: 'question',
      path: refOf(element),
      asks: kind,
      label: textOfChild(element, 'label'),
      hint: textOfChild(element, 'hint'),
      appearance: appearanceOf(element),
      choices: kind === 'one' || kind === 'several' ? readChoices(element) : null,
      mediaType: attributeOf(element, 'mediatype') ?? '',
    },
  ]
}

const refOf = (element: XmlElement): string => (attributeOf(element, 'ref') ?? attributeOf(element, 'nodeset') ?? '').trim()
const appearanceOf = (element: XmlElement): readonly string[] => (attributeOf(element, 'appearance') ?? '').split(/\s+/).filter(Boolean)

/** A group around one repeat only names it, as converters write it. */
function readGroup(element: XmlElement): Control {
  const inside = elementsOf(element).filter((one) => !aside.includes(localName(one.name)))
  const only = inside[0]
  if (inside.length === 1 && only && localName(only.name) === 'repeat') return readRepeat(only, element)
  return {
    kind: 'group',
    path: refOf(element),
    label: textOfChild(element, 'label'),
    appearance: appearanceOf(element),
    children: readControls(inside),
  }
}
function readRepeat(element: XmlElement, around: XmlElement | null): Control {
  const count = attributeOf(element, 'count')
  return {
    kind: 'repeat',
    path: refOf(element),
    label: around ? textOfChild(around, 'label') : textOfChild(element, 'label'),
    appearance: [...appearanceOf(element), ...(around ? appearanceOf(around) : [])],
    count: count === undefined ? null : readExpression(count),
    isFixed: count !== undefined || attributeOf(element, 'noAddRemove') !== undefined,
    children: readControls(elementsOf(element)),
  }
}

function readChoices(element: XmlElement): Choices {
  const itemset = childNamed(element, 'itemset')
  if (itemset === undefined)
    return {
      kind: 'listed',
      options: elementsNamed(element, 'item').map((item) => {
        const value = childNamed(item, 'value')
        return { value: value ? textIn(value).trim() : '', label: textOfChild(item, 'label') }
      }),
    }
  const [value, label] = [childNamed(itemset, 'value'), childNamed(itemset, 'label')]
  const labelRef = (label && attributeOf(label, 'ref')) ?? 'label'
  const itext = /^\s*jr:itext\(\s*([\w.:-]+)\s*\)\s*$/.exec(labelRef)?.[1]
  return {
    kind: 'itemset',
    nodes: readExpression(attributeOf(itemset, 'nodeset') ?? ''),
    value: (value && attributeOf(value, 'ref')) ?? 'name',
    label: itext ?? labelRef,
    isItext: itext !== undefined,
  }
}
