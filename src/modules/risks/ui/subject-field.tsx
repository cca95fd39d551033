/* What a risk is about: a body, a site found by its name, or a road. What is not in one's own chain is refused by the server with what to do. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { SearchPick, useSearch } from '../../../app/kit/search-pick.tsx'
import { useWords } from '../../../app/words.ts'

interface Organisations {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}
interface Sites {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
type Kind = 'organisation' | 'site' | 'route'
type Subject =
  | { readonly kind: 'organisation'; readonly organisation: string }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'route'; readonly route: string }

export function useSubject(): { readonly fields: React.ReactNode; readonly subject: Subject | null } {
  const { t } = useWords()
  const [kind, setKind] = useState<Kind>('organisation')
  const [organisation, setOrganisation] = useState('')
  const [site, setSite] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [route, setRoute] = useState('')
  const { data } = useAnswer<Organisations>('/api/organisations')
  const subject: Subject | null =
    kind === 'organisation'
      ? organisation === ''
        ? null
        : { kind, organisation }
      : kind === 'site'
        ? site && { kind, site: site.id }
        : route.trim() === ''
          ? null
          : { kind, route: route.trim() }
  const fields = (
    <>
      <SelectField
        label={t('risks.subject')}
        value={kind}
        options={(['organisation', 'site', 'route'] as const).map((value) => ({ value, label: t(`risks.subject.${value}`) }))}
        onValue={setKind}
      />
      {kind === 'organisation' && (
        <NamedField
          label={t('risks.subject.organisation')}
          value={organisation}
          named={data?.organisations}
          empty={t('risks.subject.choose')}
          onValue={setOrganisation}
        />
      )}
      {kind === 'site' && <SiteField name={site?.name ?? null} onPick={setSite} />}
      {kind === 'route' && (
        <TextField label={t('risks.subject.route')} hint={t('risks.subject.route.hint')} value={route} onValue={setRoute} maxLength={120} />
      )}
    </>
  )
  return { fields, subject }
}
export function SiteField({
  name,
  onPick,
}: {
  readonly name: string | null
  readonly onPick: (site: { readonly id: string; readonly name: string }) => void
}) {
  const { t } = useWords()
  const search = useSearch()
  const { data, error } = useAnswer<Sites>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  return (
    <>
      <SearchPick
        label={t('risks.subject.site')}
        hint={t('risks.subject.site.hint')}
        none={t('risks.subject.site.none')}
        search={search}
        found={data?.sites.map((one) => ({ id: one.id, name: one.name, code: one.nationalId, mark: null }))}
        error={error}
        onPick={({ id, name: picked }) => onPick({ id, name: picked })}
      />
      {name !== null && <p role="status">{t('risks.subject.picked', { name })}</p>}
    </>
  )
}
