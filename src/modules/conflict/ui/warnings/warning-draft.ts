/* What is typed into the form of a warning, and the command that it becomes; nothing while it is not whole. */
import { parse } from '../../../../kernel/schema.ts'
import { ReportWarning, WarningType, touchesPersons } from '../../contract-warnings.ts'
import { instantAtWall, zoneOfPlace } from '../../domain/warnings/zones.ts'

export interface WarningDraft {
  readonly type: string
  readonly severity: '' | '1' | '2' | '3' | '4' | '5'
  readonly territoire: string
  readonly site: string
  readonly siteName: string
  readonly day: string
  readonly time: string
  readonly channel: string
  readonly reporter: string
  readonly what: string
  readonly women: string
  readonly men: string
  readonly girls: string
  readonly boys: string
  readonly actor: string
  readonly organisation: string
  readonly voice: string
}
export const blankWarning: WarningDraft = {
  ...{ type: '', severity: '', territoire: '', site: '', siteName: '', day: '', time: '', channel: 'app', reporter: 'anonymous' },
  ...{ what: '', women: '', men: '', girls: '', boys: '', actor: '', organisation: '', voice: '' },
}
export function isAboutPersons({ type }: Pick<WarningDraft, 'type'>): boolean {
  const read = parse(WarningType, type)
  return read.ok && touchesPersons(read.value)
}
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text))

/** What was typed of words stays here when the type touches persons: it is not sent. */
export function warningOf(draft: WarningDraft): ReportWarning | null {
  const { type, severity, territoire, site, day, time, channel, reporter, what, actor, organisation, voice } = draft
  const occurredAt = day === '' ? {} : { occurredAt: instantAtWall({ day, time: time === '' ? '12:00' : time }, zoneOfPlace(territoire)) }
  const about = isAboutPersons(draft)
    ? { persons: { women: numberOf(draft.women), men: numberOf(draft.men), girls: numberOf(draft.girls), boys: numberOf(draft.boys) } }
    : what.trim() === ''
      ? {}
      : { what: what.trim() }
  const read = parse(ReportWarning, {
    ...{ type, severity: severity === '' ? null : Number(severity), territoire, channel, reporter, ...occurredAt, ...about },
    ...(site === '' ? {} : { site }),
    ...(actor === '' ? {} : { actors: [actor] }),
    ...(organisation === '' ? {} : { organisations: [organisation] }),
    ...(voice === '' ? {} : { source: { voice } }),
  })
  return read.ok ? read.value : null
}
