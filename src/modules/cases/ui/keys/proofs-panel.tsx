/* Proofs of consent of files that are forgotten: a custodian lends a share to another with a ground, the other opens it here. What was opened goes with the key. */
import { useState } from 'react'
import type { CustodiansShown } from '../../contract-keys.ts'
import { type LendShares, ProofGround, type ProofList, type ProofShares, type ProofToOpen } from '../../contract-proofs.ts'
import { ask } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'

type Proof = ProofList['proofs'][number]
export function ProofsPanel() {
  const { t } = useWords()
  const { data, again } = useAnswer<ProofList>('/api/consent-proofs')
  if (data === undefined || data.proofs.length === 0) return null
  return (
    <Panel title={t('proofs.title')}>
      <div className="stack">
        <p>{t('proofs.explain')}</p>
        <VaultGate>
          {({ unlocked }) => (
            <div className="stack">
              {data.proofs.map((one) => (
                <One key={one.proof} proof={one} unlocked={unlocked} again={again} />
              ))}
            </div>
          )}
        </VaultGate>
      </div>
      <Source>{t('proofs.source', { n: data.months })}</Source>
    </Panel>
  )
}
interface Props {
  readonly proof: Proof
  readonly unlocked: Unlocked
  readonly again: () => void
}
function One({ proof, unlocked, again }: Props) {
  const { t } = useWords()
  const { person } = useColleagues()
  const [words, setWords] = useState<readonly string[] | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const open = async () => {
    setTrouble(null)
    try {
      const opened = await unlocked.openProof((await ask<ProofToOpen>(`/api/consent-proofs/${proof.proof}`)).data)
      if (opened.ok) setWords(opened.value)
      else setTrouble(troubleFrom(opened.refusal))
    } catch (failed) {
      setTrouble(failed)
    }
  }
  return (
    <div className="stack">
      <strong>
        {proof.proof.slice(-8)} · {t('proofs.until')} <DateText date={proof.until} />
      </strong>
      {proof.lentTo.map((one) => (
        <Note key={one} tone="good">
          {t('proofs.lent', { who: person(one) })}
        </Note>
      ))}
      {trouble !== null && <ErrorState error={trouble} />}
      {words?.map((one, at) => (
        <p key={at} className="sealed-words" translate="no">
          {one}
        </p>
      ))}
      <div className="row tight no-print">
        {proof.isLentToMe && words === null && <Button onClick={() => void open()}>{t('proofs.open')}</Button>}
      </div>
      {!proof.isLentToMe && <Lend {...{ proof, unlocked, again }} />}
    </div>
  )
}
function Lend({ proof, unlocked, again }: Props) {
  const { t } = useWords()
  const { person } = useColleagues()
  const { data } = useAnswer<CustodiansShown>('/api/keys/custodians')
  const { send, sending } = useCommand<LendShares>(`/api/consent-proofs/${proof.proof}/shares`)
  const [ground, setGround] = useState<ProofGround>('asked-by-the-person')
  const [to, setTo] = useState('')
  const [trouble, setTrouble] = useState<unknown>(null)
  const others = (data?.custodians ?? []).filter((one) => one.account !== unlocked.holder.account)
  const chosen = others.find((one) => one.account === to)
  const lend = async () => {
    if (chosen === undefined) return
    setTrouble(null)
    try {
      const mine = (await ask<ProofShares>(`/api/consent-proofs/${proof.proof}/shares`)).data
      const lent = await unlocked.lendProof(mine, chosen.publicKey)
      if (!lent.ok) return setTrouble(troubleFrom(lent.refusal))
      await send({ to: chosen.account, ground, shares: [...lent.value.shares] })
      again()
    } catch (failed) {
      setTrouble(failed)
    }
  }
  return (
    <div className="stack no-print">
      <SelectField
        label={t('proofs.ground')}
        value={ground}
        options={ProofGround.options.map((value) => ({ value, label: t(`proofs.ground.${value}`) }))}
        onValue={setGround}
      />
      <SelectField
        label={t('proofs.to')}
        value={to}
        options={[
          { value: '', label: t('proofs.to.none') },
          ...others.map((one) => ({ value: one.account.toString(), label: person(one.account) })),
        ]}
        onValue={setTo}
      />
      {chosen !== undefined && <p className="key-digits">{chosen.fingerprint}</p>}
      {trouble !== null && <ErrorState error={trouble} />}
      <div className="form-actions">
        <Button busy={sending} disabled={chosen === undefined} onClick={() => void lend()}>
          {t('proofs.lend')}
        </Button>
      </div>
    </div>
  )
}
