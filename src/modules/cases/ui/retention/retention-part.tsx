/*
How long this case is kept and what keeps it longer: the day by the schedule, holds, and the wish of a person who took the consent back. Erasing cannot be
undone by anybody, and is asked for twice.
*/
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { dueDaysOf } from '../../domain/file/file-context.ts'
import { label } from '../../domain/label.ts'
import { isHeld } from '../../domain/retention/shredding.ts'
import type { PartProps } from '../file/part-props.ts'
import { Settable } from '../rules/settable.tsx'
import { StepForm } from '../steps/step-form.tsx'
import { type StepShape, optionsOf } from '../steps/step-shape.ts'
import { EraseDialog } from './erase-dialog.tsx'

const choose: StepShape = {
  ...{ key: 'choose-erasure', label: label('Noter le choix de la personne', 'Note what the person chose') },
  fields: [
    {
      kind: 'select',
      name: 'choice',
      label: label('La personne souhaite', 'The person wishes'),
      options: optionsOf({
        erase: label('que tout soit effacé maintenant', 'everything erased now'),
        seal: label('que le dossier reste scellé jusqu’à son terme', 'the file to stay sealed until its day'),
      }),
    },
  ],
  command: (values) => ({ about: 'retention', ask: { step: 'choose-erasure', ...values } }),
}
export function Part({ work }: PartProps) {
  const { t } = useWords()
  const { whole } = work
  const { retention, file } = whole
  const today = work.now.slice(0, 10)
  const due = dueDaysOf(whole, work.rules.retention)
  const isWithdrawn = file.standing.at === 'consent-withdrawn'
  const open = [...retention.holds].filter(([, one]) => !one.isLifted).map(([hold]) => hold)
  const dayOr = (day: string | null): string => (day === null ? t('retention.not-yet') : dateText(day))
  return (
    <Panel title={t('retention.title')}>
      <div className="stack">
        <Pairs
          lines={[
            [t('retention.case'), dayOr(due.caseDueOn)],
            [t('retention.evidence'), dayOr(due.evidenceDueOn)],
            [t('retention.holds'), open.length === 0 ? t('retention.no-hold') : String(open.length)],
          ]}
        />
        {isHeld(retention, today) && <Note tone="warn">{t('retention.held')}</Note>}
        {isWithdrawn && retention.choice === null && <StepForm work={work} steps={[choose]} />}
        {isWithdrawn && retention.choice === 'erase' && (
          <>
            <Note tone="red">{t('retention.for-ever')}</Note>
            <EraseDialog work={work} />
          </>
        )}
        <Source>
          {t('retention.source', { mark: work.rules.retention.kinds['adult-case'].evidence })} <Settable />
        </Source>
      </div>
    </Panel>
  )
}
