/*
Who reads this case. A colleague is taken in by this device: it seals the keys of the chosen vaults to theirs, after the digits of the key were compared
by voice. Who leaves reads nothing that is written later. Names of colleagues stand nowhere: function and body, digits of the key.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText, instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { VaultName } from '../../contract-vault.ts'
import { LeavingReason } from '../../domain/access/access-words.ts'
import type { Member } from '../../domain/access/access.ts'
import { useColleagues } from '../file/colleagues.ts'
import type { PartProps } from '../file/part-props.ts'
import { renewCommand } from '../file/renew-vault.ts'
import { useSteps } from '../file/use-steps.ts'
import { GlassPanel } from './glass-panel.tsx'
import { JoinPanel } from './join-panel.tsx'
import { leavingLabels, memberLabels, vaultLabels } from './team-labels.ts'
import { ViewsPanel } from './views-panel.tsx'

export function Part({ work }: PartProps) {
  const { t } = useWords()
  const { members, mustRenew } = work.whole.access
  const isMember = members.some((one) => one.account === work.account)
  // Who does not read a vault makes no key for it: the next who writes into it does.
  const mine = [...mustRenew].filter(work.canRead)
  return (
    <div className="stack">
      <div className="columns">
        <Panel title={t('team.title')}>
          <div className="stack">
            {members.length === 0 && <EmptyState title={t('team.none')} />}
            {members.map((member) => (
              <One key={member.account} {...{ work, member }} />
            ))}
            {mine.length > 0 && isMember && <Renew work={work} vaults={mine} />}
          </div>
        </Panel>
        {isMember && work.answer?.standing !== 'witness-reader' && <JoinPanel work={work} />}
      </div>
      <GlassPanel work={work} />
      <ViewsPanel work={work} />
    </div>
  )
}

function One({ work, member }: PartProps & { readonly member: Member }) {
  const { t, language } = useWords()
  const { name } = useColleagues()
  const [leaving, setLeaving] = useState(false)
  const [reason, setReason] = useState<(typeof LeavingReason.options)[number]>('left-the-team')
  const { act, sending, error } = useSteps(work)
  const isOwner = work.answer?.standing === 'owner'
  const may = member.account === work.account || isOwner || work.may('cases.supervise')
  const leave = () => void act(() => accepted({ all: [{ about: 'access', ask: { step: 'leave', account: member.account, reason } }] }))
  return (
    <div className="stack">
      <div className="row tight">
        <span className="grow">
          <strong>{memberLabels[member.as][language]}</strong> <span className="small">{name(member.account)}</span>
          <br />
          <span className="small">
            {member.vaults.map((one) => vaultLabels[one][language]).join(', ') || t('team.no-vault')} · <InstantText at={member.joinedAt} />
            {member.until !== null && ` · ${t('team.until', { when: instantText(member.until) })}`}
          </span>
        </span>
        {may && !leaving && (
          <Button kind="quiet" onClick={() => setLeaving(true)}>
            {t('team.leave')}
          </Button>
        )}
      </div>
      {leaving && (
        <div className="stack no-print">
          <Note>{t('team.leave.explain')}</Note>
          <SelectField
            label={t('team.leave.why')}
            value={reason}
            options={LeavingReason.options
              .filter((one) => one !== 'time-over')
              .map((value) => ({ value, label: leavingLabels[value][language] }))}
            onValue={setReason}
          />
          <div className="form-actions">
            <Button onClick={() => setLeaving(false)}>{t('app.close')}</Button>
            <Button kind="danger" busy={sending} onClick={leave}>
              {t('team.leave')}
            </Button>
          </div>
        </div>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
function Renew({ work, vaults }: PartProps & { readonly vaults: readonly VaultName[] }) {
  const { t } = useWords()
  const { act, sending, error } = useSteps(work)
  const renew = () =>
    void act(async () => {
      const made = await work.renew(vaults)
      return made.ok ? accepted({ all: [renewCommand(made.value)], beside: { keys: made.value } }) : made
    })
  return (
    <div className="stack no-print">
      <Note>{t('case.must-renew')}</Note>
      {error !== null && <ErrorState error={error} />}
      <div>
        <Button busy={sending} onClick={renew}>
          {t('team.renew')}
        </Button>
      </div>
    </div>
  )
}
