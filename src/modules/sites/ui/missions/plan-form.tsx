/* All parts of the form of a plan, in the order in which a planner thinks: what and when, which sites, who, under which act, which way. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'
import type { TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { PlanConsents, PlanMoney, type PlanPart } from './plan-money.tsx'
import { PlanTeam } from './plan-team.tsx'
import { PlanSecurity, PlanWay } from './plan-way.tsx'
import { causes, kinds } from './plan.ts'
import { RankedSites } from './ranked-sites.tsx'
import { SiteSearch } from './site-search.tsx'
import './missions.css'

export function PlanFormParts({ form, change, rules }: PlanPart & { readonly rules: TeamRulesShown | undefined }) {
  return (
    <>
      <div className="columns">
        <PlanFrame form={form} change={change} />
        <PlanMoney form={form} change={change} />
      </div>
      <PlanSites form={form} change={change} />
      <PlanTeam form={form} change={change} rules={rules} />
      <div className="columns">
        <PlanConsents form={form} change={change} />
        <PlanSecurity form={form} change={change} />
      </div>
      <PlanWay form={form} change={change} />
    </>
  )
}

function PlanFrame({ form, change }: PlanPart) {
  const { t } = useWords()
  return (
    <Panel title={t('missions.mission')}>
      <div className="stack">
        <SelectField
          label={t('missions.kind')}
          value={form.kind}
          onValue={(kind) => change({ kind })}
          options={kinds.map((value) => ({ value, label: t(`missions.kind.${value}`) }))}
        />
        <SelectField
          label={t('plan.cause')}
          value={form.cause}
          options={[
            { value: '', label: t('plan.cause.none') },
            ...causes.map((value) => ({ value: String(value), label: t(`plan.cause.${value}`) })),
          ]}
          onValue={(cause) => change({ cause })}
        />
        <div className="field-row low">
          <DateField
            label={t('missions.from')}
            value={form.from}
            onValue={(from) => change({ from, ...(form.to < from ? { to: from } : {}) })}
            required
          />
          <DateField label={t('missions.to')} value={form.to} onValue={(to) => change({ to })} min={form.from} required />
        </div>
        <PlanPlaces form={form} change={change} />
      </div>
    </Panel>
  )
}

interface AreaList {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly parent?: string | null }[]
}
function PlanPlaces({ form, change }: PlanPart) {
  const { t } = useWords()
  const provinces = useAnswer<AreaList>('/api/places/areas?level=province').data?.areas ?? []
  const below = useAnswer<AreaList>(form.province === '' ? null : '/api/places/areas?level=territoire').data?.areas ?? []
  const near = below.filter((area) => area.parent === form.province || (area.parent === undefined && area.code.startsWith(form.province)))
  if (provinces.length === 0) return null
  const toggle = (code: string, on: boolean) =>
    change({ territoires: on ? [...form.territoires, code] : form.territoires.filter((one) => one !== code) })
  return (
    <>
      <SelectField
        label={t('filter.province')}
        value={form.province}
        options={[{ value: '', label: t('inspect.choose') }, ...provinces.map(({ code, name }) => ({ value: code, label: name }))]}
        onValue={(province) => change({ province, territoires: [] })}
      />
      {near.length > 0 && (
        <details>
          <summary>{t('plan.territoires', { n: form.territoires.length })}</summary>
          <div className="choices">
            {near.map(({ code, name }) => (
              <CheckChoice key={code} label={name} checked={form.territoires.includes(code)} onChecked={(on) => toggle(code, on)} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

function PlanSites({ form, change }: PlanPart) {
  const { t } = useWords()
  const [ranked, setRanked] = useState(false)
  return (
    <Panel title={t('missions.sites')} aside={<span className="small">{form.sites.length}</span>}>
      <div className="stack">
        <SiteSearch label={t('missions.search')} picked={form.sites} onPick={(sites) => change({ sites })} />
        <div>
          <Button aria-expanded={ranked} onClick={() => setRanked(!ranked)}>
            {t(ranked ? 'rank.hide' : 'rank.show')}
          </Button>
        </div>
        {ranked && (
          <RankedSites
            province={form.province}
            onProvince={(province) => change({ province, territoires: [] })}
            asOf={form.from}
            onAsOf={(from) => change({ from, ...(form.to < from ? { to: from } : {}) })}
            picked={form.sites}
            onPick={(sites) => change({ sites })}
          />
        )}
      </div>
    </Panel>
  )
}
