/*
Planning a mission: which sites, who goes, under which act, with whose consent, on which way; what would later stop the team from signing is
said at once. The same form changes a plan until the team leaves.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect } from 'react'
import { ask, madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { useKeptForm } from '../../../../app/kit/kept-form.ts'
import { KeptNote } from '../../../../app/kit/kept-note.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import type { TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { PlanFormParts } from './plan-form.tsx'
import { PlanSend } from './plan-send.tsx'
import { type PlanForm, emptyPlan, missionOf } from './plan.ts'
import type { PickedSite } from './site-search.tsx'
import { bodiesOf, teamOf } from './team.ts'

export function PlanMissionScreen() {
  const [url] = useUrlState()
  const ids = [url['site'], ...(url['sites']?.split(',') ?? [])].filter((id) => id !== undefined && id !== '').join(',')
  return <Plan key={ids} ids={ids} province={url['province'] ?? ''} />
}

/** A plan begun from other sites is another plan: each is kept by itself. */
function Plan({ ids, province }: { readonly ids: string; readonly province: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const kept = useKeptForm(`mission-plan:${ids}`, (): PlanForm & { readonly touched: boolean } => ({
    ...emptyPlan(todayHere()),
    province,
    touched: false,
  }))
  const { content: form, fill } = kept
  const change = (part: Partial<PlanForm>) => kept.change(part.members ? { ...part, touched: true } : part)
  useSitesOfAddress(kept.taken && form.sites.length > 0 ? '' : ids, fill)
  const asked = useAnswer<TeamRulesShown>(`/api/missions/team-rules?on=${form.from || todayHere()}`)
  const rules = asked.data
  // Until somebody touches the team, it is what the rule of the kind says.
  useEffect(() => {
    if (rules && !form.touched) fill({ members: teamOf(bodiesOf(rules, form.kind)) })
  }, [rules, form.touched, form.kind, kept.taken, fill])
  const { send, sending, error } = useCommand('/api/missions')
  const data = missionOf(form)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (data === null) return
    const receipt = await send(data).catch(() => null)
    if (!receipt) return
    kept.forget()
    await navigate({ to: `/missions/${madeId(receipt)}` })
  }
  return (
    <Page title={t('missions.plan')} crumbs={<AppLink to="/missions">{t('missions.title')}</AppLink>}>
      <KeptNote kept={kept} />
      {asked.error && <ErrorState error={asked.error} again={asked.again} />}
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <PlanFormParts form={form} change={change} rules={rules} />
        <PlanSend form={form} error={error} sending={sending} go={t('missions.plan.go')} ready={data !== null} />
      </form>
    </Page>
  )
}

/** A mission planned from a site's page or from the ranked list begins with those sites. */
function useSitesOfAddress(ids: string, fill: (part: { readonly sites: readonly PickedSite[] }) => void): void {
  useEffect(() => {
    if (ids === '') return
    let left = false
    const read = ids.split(',').map((id) =>
      ask<SitePage>(`/api/sites/${id}`).then(
        ({ data }) => [data],
        () => [],
      ),
    )
    void Promise.all(read).then((found) => {
      if (!left) fill({ sites: found.flat().map(({ id, name, nationalId }) => ({ site: id, name, nationalId })) })
    })
    return () => {
      left = true
    }
  }, [ids, fill])
}
