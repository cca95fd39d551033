/*
Who reads a witness apart, shown to the team until there is a first reader and to the readers afterwards. The team makes the first key for somebody
else and keeps none of it; a reader lets in up to two more and takes one out with a new key. Readers stand here by function and body, never by name;
the digits of a key are compared by voice before anything is sealed to it.
*/
import { useEffect, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import { LeavingReason } from '../../domain/access/access-words.ts'
import type { Member } from '../../domain/access/access.ts'
import { MOST_READERS } from '../../domain/witness/witness.ts'
import { useBodies } from '../consent/bodies.ts'
import { colleagueText, useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { MemberLine } from '../team/member-line.tsx'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { type Choice, firstReaderSteps, furtherReaderSteps, readersOf, readersToChoose, takeOutSteps } from './reader-steps.ts'

export function NameReader({ work }: PartProps) {
  const { t } = useWords()
  const readers = readersOf(work)
  const isFirst = !work.whole.access.generations.has('witness')
  const reads = readers.some((one) => one.account === work.account)
  return (
    <Panel title={t('witness.who')}>
      <div className="stack">
        {isFirst && <p>{t('witness.who.first')}</p>}
        {readers.map((member) => (
          <One key={member.account} {...{ work, member, mayTakeOut: reads && member.account !== work.account }} />
        ))}
        {reads && readers.length === 1 && <Note>{t('witness.who.lost')}</Note>}
        {readers.length >= MOST_READERS ? (
          <Note tone="calm">{t('witness.who.full', { most: MOST_READERS })}</Note>
        ) : isFirst ? (
          <Name work={work} isFirst />
        ) : (
          reads && <VaultGate>{() => <Name key={readers.length} work={work} isFirst={false} />}</VaultGate>
        )}
      </div>
      <Source>{t('witness.source', { most: MOST_READERS })}</Source>
    </Panel>
  )
}

const REASONS = LeavingReason.options.filter((one) => one !== 'time-over' && one !== 'transferred')
function One({ work, member, mayTakeOut }: PartProps & { readonly member: Member; readonly mayTakeOut: boolean }) {
  const { t } = useWords()
  const { isKnown } = useColleagues()
  const bodies = useBodies()
  const isOurs = member.account === work.account || isKnown(member.account)
  return (
    <MemberLine
      {...{ work, member, mayTakeOut, reasons: REASONS }}
      words={{ ask: t('witness.who.out'), go: t('witness.who.out.go') }}
      takeOut={(reason) => takeOutSteps(work, { account: member.account, reason })}
    >
      {!isOurs && `${bodies.name(member.organisation)} · `}
      <InstantText at={member.joinedAt} />
    </MemberLine>
  )
}

function Name({ work, isFirst }: PartProps & { readonly isFirst: boolean }) {
  const { t } = useWords()
  const bodies = useBodies()
  const [body, setBody] = useState(work.organisation ?? '')
  const { choice, trouble } = useChoice(work, body)
  const [picked, pick] = useState<KeyHolderShown | null>(null)
  const [compared, setCompared] = useState(false)
  const { act, sending, error } = useSteps(work)
  const choose = (holder: KeyHolderShown | null) => {
    pick(holder)
    setCompared(false)
  }
  const [, go] = useUrlState()
  const name = async () => {
    if (picked === null) return
    const named = { holder: picked, body }
    const done = await act(() => (isFirst ? firstReaderSteps(work, named) : furtherReaderSteps(work, named)))
    // This part is the reader's from now on: who named them sees in the team that they stand there.
    if (done && isFirst) go({ part: 'team' })
  }
  const others = bodies.options.filter((one) => one.value !== work.organisation)
  const own = work.organisation === null ? [] : [{ value: work.organisation, label: bodies.name(work.organisation) }]
  return (
    <div className="stack no-print">
      <SelectField
        label={t('witness.who.body')}
        value={body}
        options={[...own, ...others]}
        onValue={(value) => {
          setBody(value)
          choose(null)
        }}
      />
      {trouble !== null && <ErrorState error={trouble} />}
      {choice === null && trouble === null && <Loading />}
      {choice?.isApart === true && <Note>{t('witness.who.apart')}</Note>}
      {choice !== null && !choice.isApart && <Readers {...{ choice, picked, choose }} isOwn={body === work.organisation} body={body} />}
      {picked !== null && (
        <>
          <Note tone="calm">
            {t('team.digits')} <strong className="code">{picked.fingerprint}</strong>
          </Note>
          <CheckChoice label={t('team.compared')} checked={compared} onChecked={setCompared} />
          <Note>{t('witness.who.sees')}</Note>
        </>
      )}
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={picked === null || !compared} onClick={() => void name()}>
          {t('witness.who.go')}
        </Button>
      </div>
    </div>
  )
}

interface ReadersProps {
  readonly choice: Choice
  readonly picked: KeyHolderShown | null
  readonly choose: (holder: KeyHolderShown | null) => void
  readonly isOwn: boolean
  readonly body: string
}
/** Of the own body as in the team; of another by what they do there: their names are not told. */
function Readers({ choice, picked, choose, isOwn, body }: ReadersProps) {
  const { t, language } = useWords()
  const { person } = useColleagues()
  const bodies = useBodies()
  const known = choice.holders.map(({ account, roles }) => ({ account, roles, body: bodies.name(body), name: null, isClosed: false }))
  return (
    <SelectField
      label={t('witness.who.reader')}
      value={String(picked?.account ?? '')}
      options={[
        { value: '', label: t(choice.holders.length === 0 ? 'witness.who.nobody' : 'team.choose') },
        ...choice.holders.map(({ account }) => ({
          value: String(account),
          label: isOwn ? person(account) : colleagueText(account, known, language),
        })),
      ]}
      onValue={(value) => choose(choice.holders.find((one) => one.account === value) ?? null)}
    />
  )
}

/** Asked anew for each body; an answer that comes after another body was chosen is not shown. */
function useChoice(work: PartProps['work'], body: string) {
  const [state, setState] = useState<{ readonly choice: Choice | null; readonly trouble: unknown }>({ choice: null, trouble: null })
  const { whole, organisation } = work
  useEffect(() => {
    let isStale = false
    setState({ choice: null, trouble: null })
    readersToChoose({ whole, organisation }, body).then(
      (choice) => isStale || setState({ choice, trouble: null }),
      (trouble: unknown) => isStale || setState({ choice: null, trouble }),
    )
    return () => {
      isStale = true
    }
  }, [whole, organisation, body])
  return state
}
