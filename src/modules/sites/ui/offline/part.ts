/*
Inspections without network: a visit opened, filled in, disagreed with, signed and handed in on a telephone. What is needed to write the
waiting commands into an answer is brought when there are any; until then this part weighs nothing.
*/
import type { OfflinePart, OverlayParts, WaitingCommand } from '../../../../app/field/offline-part.ts'
import { type WordKey, wordOr } from '../../../../app/words.ts'
import { bodyIn, nameIn, siteIn } from './read-kept.ts'

const TAKEN = /^\/api\/inspections(?:\/([0-9a-f-]{36})\/(answers|findings|dissents|signatures|submission|actions|abandonment))?$/
const SHOWN = /^\/api\/(?:inspections(?:\/[0-9a-f-]{36})?(?:\?.*)?|missions\/[0-9a-f-]{36})$/

export const stepOf = (path: string): string => TAKEN.exec(path)?.[2] ?? 'opening'
const titles: { readonly [step: string]: WordKey } = {
  opening: 'offline.title.opening',
  answers: 'offline.title.answers',
  findings: 'offline.title.findings',
  dissents: 'offline.title.dissent',
  signatures: 'offline.title.signature',
  submission: 'offline.title.submission',
  actions: 'offline.title.action',
  abandonment: 'offline.title.abandonment',
}

const afterRefusal: { readonly [step: string]: WordKey } = {
  opening: 'offline.refused.opening',
  answers: 'offline.refused.answers',
  findings: 'offline.refused.findings',
  dissents: 'offline.refused.dissent',
  signatures: 'offline.refused.signature',
  submission: 'offline.refused.submission',
  actions: 'offline.refused.action',
  abandonment: 'offline.refused.abandonment',
}
const hasForm = (data: unknown): boolean => typeof data === 'object' && data !== null && 'xml' in data

export const inspectionsOffline: OfflinePart = {
  subjectOf: (path, commandId) => {
    const found = TAKEN.exec(path)
    return found === null ? null : `inspection:${found[1] ?? commandId}`
  },
  titleOf: async (command, parts) => {
    const body = bodyIn(command.data)
    const facts = { site: await siteNameOf(command, parts), body: body === null ? '' : wordOr(`body.${body}`, body) }
    return { key: titles[stepOf(command.path)] ?? 'offline.title.opening', facts }
  },
  corrects: ({ path, mine, data }) => mine && stepOf(path) === 'answers' && hasForm(data),
  correction: async (command, said) => (await import('./correct.ts')).correctionOf(command, said),
  afterRefusal: ({ path }) => afterRefusal[stepOf(path)] ?? 'offline.refused.opening',
  overlay: async (path, known, parts) => {
    if (!SHOWN.test(path)) return undefined
    const ours = parts.waiting.filter((one) => TAKEN.test(one.path))
    if (ours.length === 0) return known
    return (await import('./overlay.ts')).overlayInspections(path, known, { ...parts, waiting: ours })
  },
}

/** The name by which the team knows the site; what this phone has never seen has none. */
async function siteNameOf(command: WaitingCommand, { kept, waiting }: OverlayParts): Promise<string> {
  const known = nameIn(await kept(`/api/inspections/${command.subject.slice('inspection:'.length)}`))
  if (known !== null) return known
  const site = siteIn(waiting.find((one) => one.subject === command.subject && siteIn(one.data) !== null)?.data ?? command.data)
  return (site === null ? null : nameIn(await kept(`/api/sites/${site}`))) ?? '—'
}
