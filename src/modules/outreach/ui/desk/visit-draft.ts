/* What is chosen for a visit and the command that it becomes. Kept nowhere before it is counted. */
import { parse } from '../../../../kernel/schema.ts'
import { RecordVisit, type VisitTopic } from '../../contract-desk.ts'

export interface VisitDraft {
  readonly centre: string
  readonly day: string
  readonly sex: string
  readonly ageBand: string
  readonly nationality: string
  readonly direction: string
  readonly topics: readonly VisitTopic[]
  readonly service: string
  readonly referredTo: string
  readonly minutes: string
  readonly satisfaction: string
}
export const blankVisit: VisitDraft = {
  ...{ centre: '', day: '', sex: 'not-said', ageBand: 'not-said', nationality: '', direction: 'not-said', topics: [] },
  ...{ service: 'information', referredTo: '', minutes: '15', satisfaction: '' },
}
/** `null` while something is missing, or a nationality is no code. */
export function visitOf({ nationality, referredTo, minutes, satisfaction, topics, ...rest }: VisitDraft): RecordVisit | null {
  const iso3 = nationality.trim().toUpperCase()
  if (topics.length === 0 || (iso3 !== '' && !/^[A-Z]{3}$/.test(iso3))) return null
  const visit = parse(RecordVisit, {
    ...{ ...rest, topics: [...topics], nationality: iso3 || null, minutes: Number(minutes) },
    ...{ satisfaction: satisfaction === '' ? null : Number(satisfaction) },
    ...(referredTo === '' ? {} : { referredTo }),
  })
  return visit.ok ? visit.value : null
}
