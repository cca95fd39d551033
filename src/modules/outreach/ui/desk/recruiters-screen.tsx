/* The register of recruiters: agencies and companies with their licence, warnings, and whether complaints were heard. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import {
  ComplaintKind,
  LicenceState,
  LiftRecruiterWarning,
  type RecruiterLine,
  RecruiterWarning,
  type Recruiters,
} from '../../contract-desk.ts'

export function RecruitersScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Recruiters>('/api/desk/recruiters')
  const columns: readonly Column<RecruiterLine>[] = [
    said('name', t('recruiters.name'), ({ name }) => name),
    said('country', t('recruiters.country'), ({ country }) => country),
    said('licence', t('recruiters.licence'), ({ licence, licenceNumber }) =>
      licenceNumber === null ? t(`licence.${licence}`) : `${t(`licence.${licence}`)} · ${licenceNumber}`,
    ),
    {
      ...{ key: 'checked', header: t('recruiters.checked'), value: (row) => row.checkedOn },
      cell: ({ checkedOn }) => <DateText date={checkedOn} age />,
    },
    said('complaints', t('recruiters.complaints'), ({ complaints, kinds }) =>
      [t(`recruiter-complaints.${complaints}`), ...kinds.map((one) => t(`complaint.${one}`))].join(' · '),
    ),
    said('warning', t('recruiters.warning'), ({ warning }) =>
      warning === null ? t('recruiters.warning.none') : t(`recruiter-warning.${warning.because}`),
    ),
  ]
  return (
    <Page
      title={t('recruiters.title')}
      under={t('recruiters.under')}
      crumbs={<AppLink to="/resource-centre">{t('desk-visits.title')}</AppLink>}
      answer={answer}
      actions={
        data?.keeps && (
          <>
            <Register again={again} />
            {data.recruiters.length > 0 && <Update recruiters={data.recruiters} again={again} />}
          </>
        )
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            {...{ caption: t('recruiters.title'), file: 'recruiters', rows: data.recruiters, columns, order: 'name' }}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('recruiters.none')}>{t('recruiters.none.do')}</EmptyState>}
          />
          <Source>{t('recruiters.rule')}</Source>
        </Panel>
      )}
    </Page>
  )
}

const blank = { licence: 'not-checked', licenceNumber: '', licenceUntil: '' }
type LicenceDraft = typeof blank
const licenceOf = ({ licence, licenceNumber, licenceUntil }: LicenceDraft) => ({
  licence,
  ...(licenceNumber.trim() === '' ? {} : { licenceNumber: licenceNumber.trim() }),
  ...(licenceUntil === '' ? {} : { licenceUntil }),
})
function LicenceFields({ draft, set }: { readonly draft: LicenceDraft; readonly set: (part: Partial<LicenceDraft>) => void }) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('recruiters.licence')}
        value={draft.licence}
        options={LicenceState.options.map((value) => ({ value: String(value), label: t(`licence.${value}`) }))}
        onValue={(licence) => set({ licence })}
      />
      <TextField
        label={t('recruiters.licence-number')}
        value={draft.licenceNumber}
        onValue={(licenceNumber) => set({ licenceNumber })}
        maxLength={60}
      />
      <DateField label={t('recruiters.licence-until')} value={draft.licenceUntil} onValue={(licenceUntil) => set({ licenceUntil })} />
    </>
  )
}

function Register({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [given, setGiven] = useState({ name: '', country: '' })
  const [licence, setLicence] = useState(blank)
  const country = given.country.trim().toUpperCase()
  const isWhole = given.name.trim() !== '' && /^[A-Z]{3}$/.test(country)
  return (
    <ActDialog
      {...{ title: t('recruiters.register'), explain: t('recruiters.register.explain'), go: t('recruiters.register') }}
      path="/api/desk/recruiters"
      data={isWhole ? { name: given.name.trim(), country, ...licenceOf(licence) } : null}
      onDone={() => {
        setGiven({ name: '', country: '' })
        setLicence(blank)
        again()
      }}
    >
      <TextField label={t('recruiters.name')} value={given.name} onValue={(name) => setGiven({ ...given, name })} maxLength={160} />
      <TextField
        label={t('recruiters.country')}
        hint={t('recruiters.country.hint')}
        value={given.country}
        onValue={(to) => setGiven({ ...given, country: to })}
        maxLength={3}
      />
      <LicenceFields draft={licence} set={(part) => setLicence({ ...licence, ...part })} />
    </ActDialog>
  )
}

const acts = ['licences', 'complaints', 'warnings', 'warning-liftings'] as const
function Update({ recruiters, again }: { readonly recruiters: readonly RecruiterLine[]; readonly again: () => void }) {
  const { t } = useWords()
  const [which, setWhich] = useState('')
  const [what, setWhat] = useState<(typeof acts)[number]>('complaints')
  const [licence, setLicence] = useState(blank)
  const [code, setCode] = useState('')
  const data = what === 'licences' ? licenceOf(licence) : what === 'complaints' ? { kind: code } : { because: code }
  const options =
    what === 'complaints'
      ? ComplaintKind.options.map((value) => ({ value: String(value), label: t(`complaint.${value}`) }))
      : what === 'warnings'
        ? RecruiterWarning.options.map((value) => ({ value: String(value), label: t(`recruiter-warning.${value}`) }))
        : LiftRecruiterWarning.shape.because.options.map((value) => ({ value: String(value), label: t(`recruiter-lifting.${value}`) }))
  return (
    <ActDialog
      {...{ title: t('recruiters.act'), explain: t('recruiters.act.explain'), go: t('recruiters.act'), kind: 'plain' }}
      path={`/api/desk/recruiters/${which}/${what}`}
      data={which === '' || (what !== 'licences' && code === '') ? null : data}
      onDone={() => {
        setCode('')
        again()
      }}
    >
      <NamedField
        label={t('recruiters.which')}
        value={which}
        named={recruiters.map(({ id, name }) => ({ id, name }))}
        empty={t('desk.choose')}
        onValue={setWhich}
      />
      <SelectField
        label={t('recruiters.what')}
        value={what}
        options={acts.map((value) => ({ value, label: t(`recruiters.do.${value}`) }))}
        onValue={(to) => {
          setWhat(to)
          setCode('')
        }}
      />
      {what === 'licences' ? (
        <LicenceFields draft={licence} set={(part) => setLicence({ ...licence, ...part })} />
      ) : (
        <SelectField
          label={t('desk.reason')}
          value={code}
          options={[{ value: '', label: t('desk.choose') }, ...options]}
          onValue={setCode}
        />
      )}
    </ActDialog>
  )
}
