/*
Who reads this case. A colleague is taken in by this device: it seals the keys of the chosen vaults to theirs, after the digits of the key were compared
by voice. Who leaves reads nothing that is written later. Names of colleagues stand nowhere: function and body, digits of the key.
*/
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText, instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import type { VaultName } from '../../contract-vault.ts'
import { LeavingReason } from '../../domain/access/access-words.ts'
import type { Member } from '../../domain/access/access.ts'
import type { PartProps } from '../file/part-props.ts'
import { renewCommand } from '../file/renew-vault.ts'
import { useSteps } from '../file/use-steps.ts'
import { GlassPanel } from './glass-panel.tsx'
import { JoinPanel } from './join-panel.tsx'
import { MemberLine } from './member-line.tsx'
import { vaultLabels } from './team-labels.ts'
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

const REASONS = LeavingReason.options.filter((one) => one !== 'time-over')
function One({ work, member }: PartProps & { readonly member: Member }) {
  const { t, language } = useWords()
  const isOwner = work.answer?.standing === 'owner'
  return (
    <MemberLine
      {...{ work, member, reasons: REASONS }}
      mayTakeOut={member.account === work.account || isOwner || work.may('cases.supervise')}
      words={{ ask: t('team.leave'), go: t('team.leave') }}
      takeOut={(reason) => accepted({ all: [{ about: 'access', ask: { step: 'leave', account: member.account, reason } }] })}
    >
      {member.vaults.map((one) => vaultLabels[one][language]).join(', ') || t('team.no-vault')} · <InstantText at={member.joinedAt} />
      {member.until !== null && ` · ${t('team.until', { when: instantText(member.until) })}`}
    </MemberLine>
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
