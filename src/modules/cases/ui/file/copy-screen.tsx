/*
A person's own copy of what is kept about them, in plain language: what was written, what they agreed to, who received something, what was done. With
what they told, opened here and printed nowhere else. A second sheet, for justice, holds only what they agreed may go there.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { CaseAnswer } from '../../contract.ts'
import { CaseAbsent } from './case-absent.tsx'
import { agreedNow, copyLines, isFamilyCopyPossible, justiceCopies } from './copy-lines.ts'
import { foldCase } from './fold.ts'
import { useBodies } from '../consent/bodies.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { OpenVault, Words } from './open-vault.tsx'
import { useCase } from './use-case.ts'

const kinds = ['person', 'family', 'justice'] as const

export function CaseCopyScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['case'] ?? ''
  const [kind, setKind] = useState<(typeof kinds)[number]>('person')
  const { data, answer, error, loading, again } = useAnswer<CaseAnswer>(`/api/cases/${id}/copy`)
  const { whole } = foldCase(data)
  return (
    <Page
      title={whole.file.subject ?? t('case.page')}
      crumbs={<AppLink to={`/cases/${id}`}>{t('case.page')}</AppLink>}
      actions={<Button onClick={() => window.print()}>{t('case.print.go')}</Button>}
      answer={answer}
    >
      {loading && <Loading />}
      {error && <CaseAbsent error={error} again={again} />}
      {data && (
        <>
          <PrintMark code={whole.file.subject ?? ''} />
          <div className="no-print">
            <Choice
              legend={t('copy.for')}
              value={kind}
              options={kinds.map((value) => ({ value, label: t(`copy.for.${value}`) }))}
              onValue={setKind}
            />
            <Note>{t('copy.danger')}</Note>
          </div>
          {kind === 'person' && <ForPerson id={id} data={data} now={answer?.answeredAt ?? ''} />}
          {kind === 'family' && <ForFamily data={data} now={answer?.answeredAt ?? ''} />}
          {kind === 'justice' && <ForJustice id={id} data={data} now={answer?.answeredAt ?? ''} />}
        </>
      )}
    </Page>
  )
}
interface SheetProps {
  readonly id: string
  readonly data: CaseAnswer
  readonly now: string
}
function ForPerson({ id, data, now }: SheetProps) {
  const { t } = useWords()
  const work = useCase(id)
  const { whole, events, rules } = foldCase(data)
  const agreed = agreedNow(whole, now)
  return (
    <div className="stack">
      <Panel title={t('copy.title')}>
        <p>{t('copy.intro', { code: whole.file.subject ?? '' })}</p>
      </Panel>
      <Panel title={t('copy.told')}>
        <VaultGate>
          {() => (
            <>
              <OpenVault work={work} vault="identity">
                {(texts) =>
                  texts.filter((one) => one.slot === 'identity' && !one.isReplaced).map((one) => <Words key={one.id} text={one} />)
                }
              </OpenVault>
              <OpenVault work={work} vault="narrative">
                {(texts) =>
                  texts
                    .filter((one) => (one.slot === 'story' || one.slot === 'plan') && !one.isReplaced)
                    .map((one) => <Words key={one.id} text={one} />)
                }
              </OpenVault>
            </>
          )}
        </VaultGate>
      </Panel>
      <Panel title={t('copy.agreed')}>
        {agreed.length === 0 ? (
          <p>{t('copy.agreed.none')}</p>
        ) : (
          <ul>
            {agreed.map((one) => (
              <li key={one.id}>{t(`copy.purpose.${one.purpose}`)}</li>
            ))}
          </ul>
        )}
      </Panel>
      <Done events={events} zone={rules.calendar.zone} />
      <Panel title={t('copy.rights')}>
        <p>{t('copy.rights.text')}</p>
      </Panel>
    </div>
  )
}
function Done({ events, zone }: { readonly events: Parameters<typeof copyLines>[0]; readonly zone: string }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('copy.done')}>
      <ul className="plain-list">
        {copyLines(events, zone).map((one) => (
          <li key={one.key}>
            <DateText date={one.day} /> {one.what[language]}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
/** What is done, for who is responsible for a child or is looked for: nothing of what the person told, and no name. */
function ForFamily({ data, now }: Omit<SheetProps, 'id'>) {
  const { t } = useWords()
  const { whole, events, rules } = foldCase(data)
  if (!isFamilyCopyPossible({ ...whole, rules }, now)) return <Note tone="red">{t('copy.family.none')}</Note>
  return (
    <div className="stack">
      <Panel title={t('copy.family')}>
        <p>{t('copy.family.covers', { code: whole.file.subject ?? '' })}</p>
      </Panel>
      <Done events={events} zone={rules.calendar.zone} />
    </div>
  )
}
function ForJustice({ id, data, now }: SheetProps) {
  const { t } = useWords()
  const work = useCase(id)
  const { whole, rules } = foldCase(data)
  const bodies = useBodies()
  const may = justiceCopies({ ...whole, rules }, now)
  const [picked, setPicked] = useState('')
  const recipient = may.find((one) => one === picked) ?? may[0]
  if (recipient === undefined) return <Note tone="red">{t('copy.justice.none')}</Note>
  return (
    <Panel title={t('copy.justice')}>
      <div className="stack">
        {may.length > 1 && (
          <div className="no-print">
            <SelectField
              label={t('copy.justice.to')}
              value={recipient}
              options={may.map((value) => ({ value, label: bodies.name(value) }))}
              onValue={setPicked}
            />
          </div>
        )}
        <p>{t('copy.justice.covers', { code: whole.file.subject ?? '', body: bodies.name(recipient) })}</p>
        <OpenVault work={work} vault="narrative">
          {(texts) => texts.filter((one) => one.slot === 'story' && !one.isReplaced).map((one) => <Words key={one.id} text={one} />)}
        </OpenVault>
      </div>
    </Panel>
  )
}
