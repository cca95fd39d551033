/* A plan is changed until the team leaves: the whole form again, and the reason, which stays readable. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'
import type { TeamRulesShown } from '../../domain/missions/proposal-answers.ts'
import { PlanFormParts } from './plan-form.tsx'
import { PlanSend } from './plan-send.tsx'
import { type PlanForm, formOf, missionOf } from './plan.ts'

export function ChangeMissionScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['mission'] ?? ''
  const { data, error, again } = useAnswer<MissionPage>(`/api/missions/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page title={t('plan.change')} crumbs={<AppLink to={`/missions/${id}`}>{t('missions.mission')}</AppLink>}>
      {data.phase === 'planned' ? <ChangeForm mission={data} /> : <Note>{t('plan.change.gone')}</Note>}
    </Page>
  )
}

function ChangeForm({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [form, setForm] = useState<PlanForm>(() => formOf(mission))
  const [reason, setReason] = useState('')
  const rules = useAnswer<TeamRulesShown>(`/api/missions/team-rules?on=${form.from || (mission.plannedFrom ?? '')}`).data
  const { send, sending, error } = useCommand(`/api/missions/${mission.mission}/change`)
  const plan = missionOf(form)
  const ready = plan !== null && reason.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const receipt = await send({ mission: plan, reason: reason.trim() }).catch(() => null)
    if (receipt) await navigate({ to: `/missions/${mission.mission}` })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <PlanFormParts form={form} change={(part) => setForm((before) => ({ ...before, ...part }))} rules={rules} />
      <PlanSend form={form} error={error} sending={sending} go={t('plan.change.go')} ready={ready}>
        <LongTextField label={t('plan.change.reason')} value={reason} onValue={setReason} rows={2} maxLength={1000} required />
      </PlanSend>
    </form>
  )
}
