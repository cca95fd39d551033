/* A colleague is taken into the team: chosen by function, digits compared by voice, the keys of the chosen vaults sealed to theirs here. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import type { VaultName } from '../../contract-vault.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { joinSteps } from './join-steps.ts'
import { vaultLabels } from './team-labels.ts'

export function JoinPanel({ work }: PartProps) {
  const { t } = useWords()
  return (
    <Panel title={t('team.join')}>
      <VaultGate>{() => <Join work={work} />}</VaultGate>
    </Panel>
  )
}
interface Holders {
  readonly holders: readonly KeyHolderShown[]
}
function Join({ work }: PartProps) {
  const { t } = useWords()
  const { data, error: trouble, loading } = useAnswer<Holders>('/api/keys/holders')
  const { person } = useColleagues()
  const [picked, setPicked] = useState('')
  const [as, setAs] = useState<'worker' | 'supervisor'>('worker')
  const mine: readonly VaultName[] = (work.answer?.vaults ?? []).filter((one) => one !== 'witness')
  const [vaults, setVaults] = useState<readonly VaultName[]>(['identity', 'narrative'])
  const [compared, setCompared] = useState(false)
  const { act, sending, error } = useSteps(work)
  const members = new Set<string>(work.whole.access.members.map((one) => one.account))
  // Who keeps shares for others reads no case; the server refuses it too.
  const holders = (data?.holders ?? []).filter((one) => !members.has(one.account) && !one.roles.includes('KEY_CUSTODIAN'))
  const holder = holders.find((one) => one.account === picked)
  const given = vaults.filter((one) => mine.includes(one))
  const join = async () => {
    if (holder === undefined) return
    if (await act(() => joinSteps(work, { holder, as, vaults: given }))) {
      setPicked('')
      setCompared(false)
    }
  }
  if (loading) return <Loading />
  return (
    <div className="stack no-print">
      {trouble && <ErrorState error={trouble} />}
      <SelectField
        label={t('team.colleague')}
        value={picked}
        options={[
          { value: '', label: t(holders.length === 0 ? 'team.nobody' : 'team.choose') },
          ...holders.map((one) => ({
            value: String(one.account),
            label: person(one.account),
          })),
        ]}
        onValue={(value) => {
          setPicked(value)
          setCompared(false)
        }}
      />
      {holder && (
        <>
          <Note tone="calm">
            {t('team.digits')} <strong className="code">{holder.fingerprint}</strong>
          </Note>
          <CheckChoice label={t('team.compared')} checked={compared} onChecked={setCompared} />
          <SelectField
            label={t('team.as')}
            value={as}
            options={(['worker', 'supervisor'] as const).map((value) => ({ value, label: t(`team.as.${value}`) }))}
            onValue={setAs}
          />
          <Vaults {...{ mine, given }} set={setVaults} />
        </>
      )}
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={holder === undefined || !compared} onClick={() => void join()}>
          {t('team.join.go')}
        </Button>
      </div>
    </div>
  )
}

interface VaultsProps {
  readonly mine: readonly VaultName[]
  readonly given: readonly VaultName[]
  readonly set: (vaults: readonly VaultName[]) => void
}
function Vaults({ mine, given, set }: VaultsProps) {
  const { t, language } = useWords()
  return (
    <div className="field" role="group" aria-label={t('team.vaults')}>
      <strong>{t('team.vaults')}</strong>
      <span className="hint">{t('team.vaults.hint')}</span>
      {mine.map((vault) => (
        <CheckChoice
          key={vault}
          label={vaultLabels[vault][language]}
          checked={given.includes(vault)}
          onChecked={(is) => set(is ? [...given, vault] : given.filter((one) => one !== vault))}
        />
      ))}
    </div>
  )
}
