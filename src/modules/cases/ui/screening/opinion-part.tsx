/* S9: what the answers say, for the worker alone, and the worker's own opinion beside it; who disagrees says why, in the coffre. */
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { adultRows, childRows, findingTable } from '../../domain/identification/findings.ts'
import { findingLabels } from '../../domain/identification/labels.ts'
import { say } from '../../domain/label.ts'
import { CoffrePart, LongWords } from './coffre.tsx'
import { explanationsFor } from './draft-facts.ts'
import { FindingView } from './finding-view.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabels } from './question-labels.ts'

export function OpinionPart(props: PartProps) {
  const { t, language } = useWords()
  const { draft, change, worker, now, version } = props
  const explanations = explanationsFor(draft, worker, now)
  const rows = version === 'child' ? [...childRows, ...adultRows] : adultRows
  return (
    <>
      {explanations.map((one) => (
        <FindingView key={one.profile} explanation={one} />
      ))}
      <div className="form-actions no-print">
        <Button onClick={() => window.print()}>{t('finding.print')}</Button>
      </div>
      <Panel title={say(questionLabels, 'own-opinion', language)}>
        <div className="stack">
          <Choice
            legend={t('interview.opinion')}
            value={draft.opinion.agrees}
            options={[
              { value: 'yes', label: t('interview.opinion.agrees') },
              { value: 'no', label: t('interview.opinion.differs') },
            ]}
            onValue={(agrees) => change({ opinion: { ...draft.opinion, agrees } })}
          />
          {draft.opinion.agrees === 'no' && (
            <>
              <SelectField
                label={t('interview.opinion.own')}
                value={draft.opinion.own}
                options={[
                  { value: '', label: t('interview.opinion.other') },
                  ...rows.map((value) => ({ value, label: say(findingLabels, findingTable[value].code, language) })),
                ]}
                onValue={(own) => change({ opinion: { ...draft.opinion, own } })}
              />
              <CoffrePart title={say(questionLabels, 'reason-to-disagree', language)}>
                <LongWords {...props} name="reason" label={say(questionLabels, 'reason-to-disagree', language)} rows={3} />
              </CoffrePart>
            </>
          )}
        </div>
      </Panel>
    </>
  )
}
