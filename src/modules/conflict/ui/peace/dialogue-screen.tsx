/* One dialogue: parties, what each promised until when, whether it was kept and who looked. Who is not cleared reads the territoire, the subject and numbers. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type Commitment, CommitmentState, type DialogueDetail } from '../../contract-peace.ts'
import { AccountabilityFigures } from './dialogues-screen.tsx'
import './peace.css'

type Told = NonNullable<DialogueDetail['told']>
const signs: { readonly [State in CommitmentState]: string } = { kept: '✓', partly: '◐', broken: '✕', 'not-checked': '?' }

export function DialogueScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['dialogue'] ?? ''
  const { data, answer, error, again } = useAnswer<DialogueDetail>(`/api/conflict/dialogues/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { line, told } = data
  return (
    <Page
      title={`${t(`dialogue.topic.${line.topic}`)} · ${line.territoireName}`}
      crumbs={<AppLink to="/dialogues">{t('dialogues.title')}</AppLink>}
      under={<DateText date={line.heldOn} />}
      answer={answer}
    >
      <AccountabilityFigures numbers={line.accountability} />
      {data.withheld.length > 0 && <Note tone="calm">{t('dialogue.withheld')}</Note>}
      {told !== null && (
        <>
          <Panel title={t('dialogue.what')}>
            <Pairs
              lines={[
                [t('warning.place'), told.place ?? t('app.unknown')],
                [t('dialogue.about'), told.about ?? t('app.unknown')],
                [t('dialogue.parties'), told.parties.map((_one, at) => partyText(t, told, at)).join(' · ')],
              ]}
            />
            {told.follows !== null && <AppLink to={`/dialogues/${told.follows}`}>{t('dialogue.follows')}</AppLink>}
          </Panel>
          <Panel title={t('dialogue.commitments')}>
            <ul className="plain-list stack">
              {told.commitments.map((one) => (
                <li key={one.id}>
                  <Promise one={one} told={told} />
                  {data.checks && <CheckAct path={`/api/conflict/dialogues/${id}/checks`} one={one} told={told} again={again} />}
                </li>
              ))}
            </ul>
            {data.writes && !data.checks && <Note tone="calm">{t('dialogue.recorder')}</Note>}
            <Source>{t('dialogue.rule')}</Source>
          </Panel>
        </>
      )}
    </Page>
  )
}
const partyText = (t: Translate, { parties }: Told, at: number): string => parties[at]?.name ?? t('dialogue.party.actor', { n: at + 1 })

function Promise({ one, told }: { readonly one: Commitment; readonly told: Told }) {
  const { t } = useWords()
  const isLate = one.isDue && one.state === 'not-checked'
  return (
    <>
      <strong>{partyText(t, told, one.who)}</strong> : {one.what}
      <div>
        <span className="peace-mark">
          <span aria-hidden="true">{signs[one.state]}</span> {t(`dialogue.state.${one.state}`)}
        </span>{' '}
        {t('dialogue.due')} <DateText date={one.due} /> {isLate && <strong className="peace-late">{t('dialogue.to-check')}</strong>}
      </div>
      {one.checks.map((check, index) => (
        <div className="small" key={index}>
          {t(`dialogue.state.${check.as}`)} · <DateText date={check.on} /> · {t('dialogue.checked-by', { name: check.checkedBy })}
          {check.words !== null && ` · ${check.words}`}
        </div>
      ))}
    </>
  )
}

interface CheckProps {
  readonly path: string
  readonly one: Commitment
  readonly told: Told
  readonly again: () => void
}
function CheckAct({ path, one, told, again }: CheckProps) {
  const { t } = useWords()
  const [as, setAs] = useState<CommitmentState | ''>('')
  const [on, setOn] = useState(todayHere())
  const [party, setParty] = useState('')
  const [body, setBody] = useState('')
  const [words, setWords] = useState('')
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const others = told.parties.flatMap((_one, at) => (at === one.who ? [] : [{ id: String(at), name: partyText(t, told, at) }]))
  const checkedBy = party === '' ? { kind: 'body', organisation: body } : { kind: 'party', party: Number(party) }
  const isWhole = as !== '' && on !== '' && (party !== '' || body !== '')
  return (
    <ActDialog
      {...{ title: t('dialogue.check'), explain: t('dialogue.check.explain'), go: t('dialogue.check.go'), path }}
      kind="plain"
      data={isWhole ? { commitment: one.id, as, on, checkedBy, ...(words.trim() === '' ? {} : { words: words.trim() }) } : null}
      onDone={again}
    >
      <Choice
        legend={t('dialogue.check.as')}
        value={as}
        options={CommitmentState.options.map((value) => ({ value, label: t(`dialogue.state.${value}`) }))}
        onValue={setAs}
      />
      <DateField label={t('dialogue.check.on')} value={on} max={todayHere()} onValue={setOn} />
      <NamedField label={t('dialogue.check.party')} value={party} named={others} empty={t('dialogue.check.outside')} onValue={setParty} />
      {party === '' && (
        <NamedField
          label={t('dialogue.check.body')}
          value={body}
          named={bodies?.organisations}
          empty={t('incident-new.choose')}
          onValue={setBody}
        />
      )}
      <LongTextField label={t('warning.words')} hint={t('peace.no-names')} value={words} onValue={setWords} maxLength={400} />
    </ActDialog>
  )
}
