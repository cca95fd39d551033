/*
Emergency access: asked with a ground and a sealed explanation, answered by another person, for a day, and shown to the owner for ever. It opens nothing by itself: the keys come
from two custodians, who see the same request.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { VaultName } from '../../contract-vault.ts'
import { BreakGlassGround } from '../../domain/access/access-words.ts'
import type { BreakGlass } from '../../domain/access/access.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { OpenVault, Words } from '../file/open-vault.tsx'
import { sealedSteps } from '../file/sealed-form.tsx'
import { useSteps } from '../file/use-steps.ts'
import { groundLabels, vaultLabels } from './team-labels.ts'

const offered: readonly VaultName[] = ['identity', 'narrative']
/** Where the explanation goes: the vault that most of the team reads. */
const forReason: readonly VaultName[] = ['narrative', 'identity', 'evidence', 'perpetrator']

export function GlassPanel({ work }: PartProps) {
  const { t } = useWords()
  const broken = [...work.whole.access.broken]
  const mayAnswer = work.may('cases.supervise') || work.may('cases.protect-data')
  const isReader = work.whole.access.members.some((one) => one.account === work.account && one.vaults.length > 0)
  if (broken.length === 0 && (!mayAnswer || isReader)) return null
  return (
    <Panel title={t('glass.title')}>
      <div className="stack">
        {broken.map(([request, glass]) => (
          <Request key={request} {...{ work, request, glass, mayAnswer }} />
        ))}
        {mayAnswer && !isReader && <Ask work={work} />}
      </div>
      <Source>{t('glass.rule', { n: work.rules.breakGlassHours })}</Source>
    </Panel>
  )
}
interface RequestProps extends PartProps {
  readonly request: string
  readonly glass: BreakGlass
  readonly mayAnswer: boolean
}
function Request({ work, request, glass, mayAnswer }: RequestProps) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const { act, sending, error } = useSteps(work)
  const answer = (step: 'approve-break-glass' | 'decline-break-glass') =>
    void act(() => accepted({ all: [{ about: 'access', ask: { step, request: asId('break-glass', request) } }] }))
  const ground = BreakGlassGround.options.find((one) => one === glass.ground)
  return (
    <div className="stack">
      <Note tone={glass.state === 'asked' ? 'warn' : 'calm'}>
        <strong>{t(`glass.${glass.state}`)}</strong> {ground === undefined ? '' : groundLabels[ground][language]} ·{' '}
        {glass.vaults.map((one) => vaultLabels[one][language]).join(', ')} · {instantText(glass.askedAt)} · {name(glass.by)}
        {glass.until !== null && ` · ${t('team.until', { when: instantText(glass.until) })}`}
      </Note>
      {glass.reason !== null && <Reason work={work} of={glass.reason} />}
      {glass.state === 'asked' && mayAnswer && glass.by !== work.account && (
        <div className="row tight no-print">
          <Button busy={sending} onClick={() => answer('approve-break-glass')}>
            {t('glass.approve')}
          </Button>
          <Button busy={sending} onClick={() => answer('decline-break-glass')}>
            {t('glass.decline')}
          </Button>
        </div>
      )}
      {glass.state === 'approved' && glass.by === work.account && (
        <div className="no-print">
          <LinkButton to="/keys">{t('glass.keys')}</LinkButton>
        </div>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
/** For who reads the vault; others see that there is one. */
function Reason({ work, of }: PartProps & { readonly of: SealedRef }) {
  const { t } = useWords()
  if (!work.canRead(of.vault)) return <p className="small">{t('glass.reason.sealed')}</p>
  return (
    <div className="stack">
      <strong>{t('glass.reason')}</strong>
      <OpenVault work={work} vault={of.vault}>
        {(texts) => texts.filter((one) => one.id === of.id).map((one) => <Words key={one.id} text={one} />)}
      </OpenVault>
    </div>
  )
}
function Ask({ work }: PartProps) {
  const { t, language } = useWords()
  const [ground, setGround] = useState<(typeof BreakGlassGround.options)[number]>('imminent-danger')
  const [vaults, setVaults] = useState<readonly VaultName[]>(['identity'])
  const [reason, setReason] = useState('')
  const { act, sending, error } = useSteps(work)
  const request = asId('break-glass', newId())
  const vault = forReason.find((one) => work.whole.access.generations.has(one))
  const steps = (ref: SealedRef): readonly OneCommand[] => [
    { about: 'access', ask: { step: 'ask-break-glass', request, vaults: [...vaults], ground, reason: ref } },
  ]
  // A case without a vault holds no words that anybody could ask to read.
  if (vault === undefined) return null
  const send = async () => {
    if (await act(() => sealedSteps(work, { vault, slot: 'reason', text: reason.trim(), steps }))) setReason('')
  }
  return (
    <div className="stack no-print">
      <p>{t('glass.explain')}</p>
      <SelectField
        label={t('glass.ground')}
        value={ground}
        options={BreakGlassGround.options.map((value) => ({ value, label: groundLabels[value][language] }))}
        onValue={setGround}
      />
      {offered.map((vault) => (
        <CheckChoice
          key={vault}
          label={vaultLabels[vault][language]}
          checked={vaults.includes(vault)}
          onChecked={(is) => setVaults(is ? [...vaults, vault] : vaults.filter((one) => one !== vault))}
        />
      ))}
      <LongTextField
        sealed
        label={t('glass.reason')}
        hint={t('glass.reason.hint')}
        value={reason}
        onValue={setReason}
        rows={2}
        maxLength={4000}
      />
      {error !== null && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="danger" busy={sending} disabled={vaults.length === 0 || reason.trim() === ''} onClick={() => void send()}>
          {t('glass.ask')}
        </Button>
      </div>
    </div>
  )
}
