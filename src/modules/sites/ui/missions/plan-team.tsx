/* The team of a plan: what the rule of the kind asks for, with its mark, and what would later stop the team from signing. */
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { MembersEditor } from './members-editor.tsx'
import type { PlanPart } from './plan-money.tsx'
import { bodiesOf, missingOf, teamFaults, teamOf } from './team.ts'

export function PlanTeam({ form, change, rules }: PlanPart & { readonly rules: TeamRulesShown | undefined }) {
  const { t } = useWords()
  const asked = rules ? bodiesOf(rules, form.kind) : []
  const missing = missingOf(asked, form.members)
  return (
    <Panel
      title={t('missions.members')}
      aside={
        asked.length > 0 && (
          <Button kind="quiet" onClick={() => change({ members: teamOf(asked) })}>
            {t('plan.team.take')}
          </Button>
        )
      }
    >
      <div className="stack">
        <MembersEditor members={form.members} rules={asked} onMembers={(members) => change({ members })} />
        {teamFaults(form.members).map((fault) => (
          <Note key={fault} tone={fault === 'no-head' || fault === 'twice' || fault === 'other-unnamed' ? 'red' : 'warn'}>
            {t(`missions.fault.${fault}`)}
          </Note>
        ))}
        {missing.length > 0 && rules && (
          <Note tone={rules.missingRequired.value === 'refuse' ? 'red' : 'warn'}>
            {t(rules.missingRequired.value === 'refuse' ? 'plan.team.missing.refuse' : 'plan.team.missing', {
              bodies: missing.map((one) => `${wordOr(`body.${one.body}`, one.body)} (${one.evidence})`).join(', '),
            })}
          </Note>
        )}
        {rules && <p className="small">{t('plan.team.rule', { rule: rules.id, mark: rules.missingRequired.evidence })}</p>}
      </div>
    </Panel>
  )
}
