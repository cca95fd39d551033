/* What stands of a case at one glance: its clocks, how the person may be reached, and what happened so far in words that could be read to them. */
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { happenedLabel } from '../../domain/case/event-labels.ts'
import { say } from '../../domain/label.ts'
import { fieldLabels } from '../safety/safety-labels.ts'
import type { PartProps } from './part-props.ts'
import { ClocksPanel } from './clocks-panel.tsx'
import { useColleagues } from './colleagues.ts'
import { MedicalPanel } from './medical-panel.tsx'
import { SafeContactPanel } from './safe-contact-panel.tsx'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  // Prints and copies are made by who works on the case; the server answers nobody else.
  const mayPrint = work.answer?.standing === 'owner' || work.answer?.standing === 'member'
  return (
    <div className="stack">
      <div className="columns">
        <ClocksPanel work={work} />
        <SafeContactPanel work={work} />
      </div>
      <MedicalPanel work={work} />
      <Story work={work} />
      {mayPrint && (
        <div className="row tight no-print">
          <LinkButton to={`/cases/${work.case}/print`}>{t('case.print')}</LinkButton>
          <LinkButton to={`/cases/${work.case}/copy`}>{t('case.copy')}</LinkButton>
        </div>
      )}
    </div>
  )
}

/** Who did it is said by function: names of colleagues stand in no case. */
function Story({ work }: PartProps) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const told = work.events
    .filter(({ event }) => event.kind !== 'case-text.kept.v1')
    .map(({ event, learnedAt }, at) => ({
      at,
      when: whenOf(event.payload) ?? learnedAt,
      what:
        event.kind !== 'case-attachment.released.v1' && 'field' in event.payload
          ? t('case.field', { what: happenedLabel(event)[language], field: say(fieldLabels, event.payload.field, language) })
          : happenedLabel(event)[language],
      by: byOf(event.payload),
    }))
    .toReversed()
  return (
    <Panel title={t('case.story')}>
      <ol className="case-timeline">
        {told.map((one) => (
          <li key={one.at}>
            <span>{one.what}</span>
            <span className="small">
              {instantText(one.when)}
              {one.by !== null && ` · ${name(one.by)}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
const whenOf = (payload: object): string | null => ('at' in payload && typeof payload.at === 'string' ? payload.at : null)
const byOf = (payload: object): string | null => ('by' in payload && typeof payload.by === 'string' ? payload.by : null)
