/* What who keeps points does: opens one, suspends it, resumes, closes it for good, takes a sending back. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { dayText, useWords } from '../../../app/words.ts'
import { type PointDetail, type PointLine, PointType, SuspensionReason, WithdrawReason } from '../contract.ts'
import { proposalsFor } from '../domain/proposed-points.ts'
import { useAreas } from './areas-and-quarters.ts'

interface Sites {
  readonly items: readonly { readonly id: string; readonly name: string; readonly territoireCode?: string | null }[]
}
const blank = { code: '', name: '', type: 'mine-access', area: '', site: '', from: '' }

export function OpenPointAct({ again, taken }: { readonly again: () => void; readonly taken: ReadonlySet<string> }) {
  const { t } = useWords()
  const [said, setSaid] = useState({ ...blank, from: todayHere() })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const areas = useAreas()
  const proposed = proposalsFor(new Set(areas.map(({ id }) => id)), taken)
  const { site, ...rest } = said
  const isWhole = [said.code, said.name, said.area, said.from].every((one) => one.trim() !== '')
  return (
    <ActDialog
      {...{ title: t('flows.open'), explain: t('flows.open.explain'), go: t('flows.open.go'), path: '/api/flow-points' }}
      data={isWhole ? { ...rest, ...(site === '' ? {} : { site }) } : null}
      onDone={() => {
        setSaid({ ...blank, from: todayHere() })
        again()
      }}
    >
      {proposed.length > 0 && (
        <>
          <SelectField
            label={t('flows.proposed')}
            value={proposed.some(({ code }) => code === said.code) ? said.code : ''}
            options={[{ value: '', label: t('flows.site.none') }, ...proposed.map(({ code, name }) => ({ value: code, label: name }))]}
            onValue={(chosen) => {
              const { code = '', name = '', type = said.type, area = '' } = proposed.find((one) => one.code === chosen) ?? {}
              set({ code, name, type, area })
            }}
          />
          <Source>{t('flows.proposed.mark')}</Source>
        </>
      )}
      <TextField label={t('flows.code')} value={said.code} onValue={(code) => set({ code })} maxLength={24} />
      <TextField label={t('flows.name')} value={said.name} onValue={(name) => set({ name })} maxLength={120} />
      <SelectField
        label={t('flows.type')}
        value={said.type}
        options={PointType.options.map((value) => ({ value: String(value), label: t(`flow-type.${value}`) }))}
        onValue={(type) => set({ type })}
      />
      <NamedField label={t('flows.area')} value={said.area} named={areas} empty={t('flows.choose')} onValue={(area) => set({ area })} />
      <SiteOfAxis value={site} onValue={(to) => set({ site: to })} />
      <DateField label={t('flows.since')} value={said.from} max={todayHere()} onValue={(from) => set({ from })} />
    </ActDialog>
  )
}
/** Only for who may read sites; a point of a border has none. */
function SiteOfAxis({ value, onValue }: { readonly value: string; readonly onValue: (site: string) => void }) {
  const { t } = useWords()
  const { data, error } = useAnswer<Sites>('/api/sites?pageSize=200')
  if (error) return null
  return <NamedField label={t('flows.site')} value={value} named={data?.items} empty={t('flows.site.none')} onValue={onValue} />
}

export function PointActs({ point, again }: { readonly point: PointLine; readonly again: () => void }) {
  const { t } = useWords()
  const [from, setFrom] = useState(todayHere())
  const [reason, setReason] = useState('security')
  const path = `/api/flow-points/${point.id}`
  const day = <DateField label={t('flows.since')} value={from} onValue={setFrom} />
  if (point.state === 'closed') return null
  return (
    <>
      {point.state === 'suspended' ? (
        <ActDialog
          {...{ title: t('flows.resume'), explain: t('flows.resume.explain'), go: t('flows.resume'), path: `${path}/resumptions` }}
          data={from === '' ? null : { from }}
          onDone={again}
        >
          {day}
        </ActDialog>
      ) : (
        <ActDialog
          {...{
            title: t('flows.suspend'),
            explain: t('flows.suspend.explain'),
            go: t('flows.suspend'),
            path: `${path}/suspensions`,
            kind: 'plain',
          }}
          data={from === '' ? null : { from, reason }}
          onDone={again}
        >
          {day}
          <SelectField
            label={t('flows.why')}
            value={reason}
            options={SuspensionReason.options.map((value) => ({ value: String(value), label: t(`flow-suspension.${value}`) }))}
            onValue={setReason}
          />
        </ActDialog>
      )}
      <ActDialog
        {...{ title: t('flows.close'), explain: t('flows.close.explain'), go: t('flows.close'), path: `${path}/closings`, kind: 'danger' }}
        data={from === '' ? null : { from }}
        onDone={again}
      >
        {day}
      </ActDialog>
    </>
  )
}

export function WithdrawAct({ sendings, again }: { readonly sendings: PointDetail['sendings']; readonly again: () => void }) {
  const { t } = useWords()
  const standing = sendings.filter(({ withdrawn }) => withdrawn === null)
  const [which, setWhich] = useState('')
  const [reason, setReason] = useState('counted-twice')
  if (standing.length === 0) return null
  return (
    <ActDialog
      {...{ title: t('flows.withdraw'), explain: t('flows.withdraw.explain'), go: t('flows.withdraw.go'), kind: 'plain' }}
      path={`/api/flow-counts/${which}/withdrawals`}
      data={which === '' ? null : { reason }}
      onDone={() => {
        setWhich('')
        again()
      }}
    >
      <SelectField
        label={t('flows.withdraw.which')}
        value={which}
        options={[
          { value: '', label: t('flows.choose') },
          ...standing.map(({ id, day, groups, source }) => ({
            value: String(id),
            label: `${dayText(day)} · ${groups ?? '–'} ${t('flows.groups').toLowerCase()} · ${t(`flow-source.${source}`)}`,
          })),
        ]}
        onValue={setWhich}
      />
      <SelectField
        label={t('flows.withdraw.reason')}
        value={reason}
        options={WithdrawReason.options.map((value) => ({ value: String(value), label: t(`flow-withdrawal.${value}`) }))}
        onValue={setReason}
      />
    </ActDialog>
  )
}
