/*
From the tables of an XLSForm to the XForm that phones run: the subset that our forms need, equal to what ODK's own converter writes for the same
workbook. Whatever is outside the subset is named with its sheet, row and column; nothing is guessed.
*/
import { checkForm } from './check.ts'
import { readChoices } from './choices.ts'
import { expand } from './expand.ts'
import { type Form, placeNodes } from './nodes.ts'
import { Findings, type Problem } from './problem.ts'
import { indexNames } from './references.ts'
import { readSettings } from './settings.ts'
import type { FormSheets } from './sheets.ts'
import { readSurvey } from './survey.ts'
import { writeBody } from './write-body.ts'
import { writeModel } from './write-model.ts'
import { element, writeXml } from './xml.ts'

export type Converted =
  | { readonly ok: true; readonly form: Form; readonly xform: string; readonly notices: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly notices: readonly Problem[] }

/** `fallbackName` is the form's id where the settings give none: the name of the file, as ODK does. */
export function convertForm(sheets: FormSheets, fallbackName: string): Converted {
  const found = new Findings()
  const settings = readSettings(sheets.settings, fallbackName, found)
  const given = readChoices(sheets.choices, settings, found)
  const { nodes, lists } = expand(readSurvey(sheets.survey, settings, found), given, found)
  const form = { settings, lists, nodes: placeNodes(nodes) }
  checkForm(form, found)
  const { notices } = found
  if (found.problems.length > 0) return { ok: false, problems: found.problems, notices }
  return { ok: true, form, xform: writeXForm(form), notices }
}

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:ev': 'http://www.w3.org/2001/xml-events',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
} as const

function writeXForm(form: Form): string {
  const index = indexNames(form.nodes)
  const head = element('h:head', {}, [element('h:title', {}, [form.settings.title]), writeModel(form, index)])
  return `<?xml version="1.0"?>${writeXml(element('h:html', NAMESPACES, [head, writeBody(form, index)]))}`
}

/** The languages in which the form speaks, the default first; none for a form in one wording. */
export function languagesOf(form: Form): readonly string[] {
  const found = new Set<string>()
  const look = (nodes: Form['nodes']): void => {
    for (const node of nodes) {
      for (const wording of [node.label, node.hint]) if (wording instanceof Map) for (const language of wording.keys()) found.add(language)
      look(node.children)
    }
  }
  look(form.nodes)
  const { defaultLanguage } = form.settings
  return found.has(defaultLanguage) ? [defaultLanguage, ...[...found].filter((one) => one !== defaultLanguage)] : [...found]
}
