/* Planning a mission: which sites, who goes, under which act, when; what would later stop the team from signing is said at once. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { lineFault } from '../../../../app/kit/line-fault.ts'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { MembersEditor } from './members-editor.tsx'
import { type PickedSite, SiteSearch } from './site-search.tsx'
import { type MemberForm, teamFaults, usualTeam } from './team.ts'

const kinds = ['joint_validation', 'follow_up', 'annual', 'audit', 'conflict_mapping'] as const
interface PlanForm {
  readonly kind: (typeof kinds)[number] | ''
  readonly from: string
  readonly to: string
  readonly legalBasis: string
  readonly funding: string
}

/** Letters that one act of the legal basis may have, as the server takes it. */
const LINE = 200

export function PlanMissionScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [sites, setSites] = useState<readonly PickedSite[]>([])
  const [members, setMembers] = useState<readonly MemberForm[]>(usualTeam)
  const [form, setForm] = useState<PlanForm>({ kind: 'joint_validation', from: todayHere(), to: todayHere(), legalBasis: '', funding: '' })
  useSiteOfAddress(setSites)
  const { send, sending, error } = useCommand('/api/missions')
  const faults = teamFaults(members)
  const data = missionOf(form, sites, members)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (data === null) return
    const receipt = await send(data).catch(() => null)
    if (receipt) await navigate({ to: `/missions/${madeId(receipt)}` })
  }
  return (
    <Page title={t('missions.plan')} crumbs={<AppLink to="/missions">{t('missions.title')}</AppLink>}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="columns">
          <Panel title={t('missions.mission')}>
            <PlanFields form={form} change={(part) => setForm({ ...form, ...part })} />
          </Panel>
          <Panel title={t('missions.sites')}>
            <SiteSearch label={t('missions.search')} picked={sites} onPick={setSites} />
          </Panel>
        </div>
        <Panel title={t('missions.members')}>
          <MembersEditor members={members} onMembers={setMembers} />
          {faults.map((fault) => (
            <Note key={fault} tone={fault === 'no-head' || fault === 'twice' || fault === 'other-unnamed' ? 'red' : 'warn'}>
              {t(`missions.fault.${fault}`)}
            </Note>
          ))}
        </Panel>
        <div className="stack">
          {error && <ErrorState error={error} />}
          <div className="form-actions">
            {data === null && <span className="small grow">{t('missions.incomplete')}</span>}
            <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
              {t('missions.plan.go')}
            </Button>
          </div>
        </div>
      </form>
    </Page>
  )
}

/** The command's data, or null while something is missing or wrong. */
function missionOf(form: PlanForm, sites: readonly PickedSite[], members: readonly MemberForm[]): object | null {
  const legalBasis = form.legalBasis
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const stops = teamFaults(members).some((fault) => fault === 'no-head' || fault === 'twice' || fault === 'other-unnamed')
  if (stops || sites.length === 0 || form.kind === '' || form.from === '' || form.to < form.from || legalBasis.length === 0) return null
  if (legalBasis.some((line) => line.length > LINE)) return null
  return {
    missionKind: form.kind,
    plannedFrom: form.from,
    plannedTo: form.to,
    sites: sites.map((one) => one.site),
    members: members.map(({ organisation, ...member }) => (member.body === 'other' && organisation ? { ...member, organisation } : member)),
    legalBasis,
    ...(form.funding.trim() === '' ? {} : { fundingBody: form.funding.trim() }),
  }
}

function PlanFields({ form, change }: { readonly form: PlanForm; readonly change: (part: Partial<PlanForm>) => void }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <Choice
        legend={t('missions.kind')}
        value={form.kind}
        onValue={(kind) => change({ kind })}
        options={kinds.map((value) => ({ value, label: t(`missions.kind.${value}`) }))}
      />
      <DateField
        label={t('missions.from')}
        value={form.from}
        onValue={(from) => change({ from, ...(form.to < from ? { to: from } : {}) })}
        required
      />
      <DateField label={t('missions.to')} value={form.to} onValue={(to) => change({ to })} min={form.from} required />
      <LongTextField
        label={t('missions.legal')}
        hint={t('missions.legal.hint')}
        fault={lineFault(t, form.legalBasis, LINE)}
        maxLength={4000}
        value={form.legalBasis}
        onValue={(legalBasis) => change({ legalBasis })}
        rows={3}
        required
      />
      <TextField label={t('missions.funding')} value={form.funding} onValue={(funding) => change({ funding })} maxLength={160} />
    </div>
  )
}

/** A mission planned from a site's page begins with that site. */
function useSiteOfAddress(setSites: (sites: readonly PickedSite[]) => void): void {
  const [url] = useUrlState()
  const id = url['site']
  const { data } = useAnswer<SitePage>(id === undefined ? null : `/api/sites/${id}`)
  useEffect(() => {
    if (data) setSites([{ site: data.id, name: data.name, nationalId: data.nationalId }])
  }, [data, setSites])
}
