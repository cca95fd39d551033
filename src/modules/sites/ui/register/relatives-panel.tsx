/* Parts and whole, likely duplicates, merged records. A merge changes nothing that was written: the page of the duplicate points to the survivor. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { type PickedSite, SiteSearch } from '../missions/site-search.tsx'
import type { LikelyDuplicate } from '../../contract-register.ts'
import type { RegisterPage } from '../../domain/register/register-answers.ts'

interface RelativesProps {
  readonly page: RegisterPage
  readonly mayEdit: boolean
}
export function RelativesPanel({ page, mayEdit }: RelativesProps) {
  const { t } = useWords()
  const link = (one: { readonly site: string; readonly name: string; readonly nationalId: string }) => (
    <>
      <AppLink to={`/sites/${one.site}/register`}>{one.name}</AppLink> <span className="small">{one.nationalId}</span>
    </>
  )
  const undone = page.merges.filter((merge) => merge.unmergedAt !== null)
  return (
    <Panel
      title={t('register.relatives')}
      aside={
        mayEdit && (
          <div className="row tight no-print">
            <ParentDialog page={page} />
            {page.mergedInto === null && <MergeDialog page={page} />}
          </div>
        )
      }
    >
      <p>
        {t('register.parent')} {page.parent ? link(page.parent) : t('app.none')}
      </p>
      <p>
        {t('register.parts')} {page.parts.length === 0 && t('app.none')}
      </p>
      {page.parts.length > 0 && (
        <ul>
          {page.parts.map((part) => (
            <li key={part.site}>{link(part)}</li>
          ))}
        </ul>
      )}
      {page.duplicates.length > 0 && (
        <>
          <p>{t('register.stands-for')}</p>
          <ul>
            {page.duplicates.map((one) => (
              <li key={one.site}>{link(one)}</li>
            ))}
          </ul>
        </>
      )}
      {undone.map((merge) => (
        <p key={merge.mergedAt} className="small">
          {t('register.unmerged', { reason: merge.unmergeReason ?? '' })} <InstantText at={merge.unmergedAt ?? merge.mergedAt} />
        </p>
      ))}
      <LikelyNote likely={page.likely} />
    </Panel>
  )
}

/** Over the page of a record that another one stands for. */
export function MergedNote({ page, mayEdit }: RelativesProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  if (page.mergedInto === null) return null
  const merge = page.merges.find((one) => one.unmergedAt === null)
  return (
    <Note>
      <p>
        <strong>{t('register.merged')}</strong> <AppLink to={`/sites/${page.mergedInto.site}/register`}>{page.mergedInto.name}</AppLink>{' '}
        <span className="small">{page.mergedInto.nationalId}</span>. {t('register.merged.what')}
        {merge && ` ${t('register.merged.reason', { reason: merge.reason })}`}
      </p>
      {mayEdit && (
        <ActDialog
          title={t('register.unmerge')}
          explain={t('register.unmerge.explain')}
          go={t('register.unmerge')}
          kind="plain"
          path={`/api/sites/${page.site}/unmerge`}
          data={reason.trim() === '' ? null : { reason: reason.trim() }}
        >
          <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
        </ActDialog>
      )}
    </Note>
  )
}

/** Records that may be the same place; nothing where there are none. */
export function LikelyNote({ likely }: { readonly likely: readonly LikelyDuplicate[] }) {
  const { t } = useWords()
  if (likely.length === 0) return null
  return (
    <Note live>
      <strong>{t('register.likely', { n: likely.length })}</strong>
      <ul>
        {likely.map((one) => (
          <li key={one.site}>
            <AppLink to={`/sites/${one.site}`}>{one.name}</AppLink> <span className="small">{one.nationalId}</span>
            {one.matched !== one.name && ` (${one.matched})`} ·{' '}
            {one.distanceMetres === null
              ? t('register.likely.no-distance')
              : t('register.likely.distance', { distance: farText(one.distanceMetres) })}
          </li>
        ))}
      </ul>
      <p className="small">{t('register.likely.judge')}</p>
    </Note>
  )
}
const farText = (metres: number): string => (metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(1)} km`)

function MergeDialog({ page }: { readonly page: RegisterPage }) {
  const { t } = useWords()
  const [picked, setPicked] = useState<readonly PickedSite[]>([])
  const [reason, setReason] = useState('')
  const into = picked[0]?.site
  return (
    <ActDialog
      title={t('register.merge')}
      explain={t('register.merge.explain', { name: page.name })}
      go={t('register.merge')}
      kind="plain"
      path={`/api/sites/${page.site}/merge`}
      data={into !== undefined && reason.trim() !== '' ? { into, reason: reason.trim() } : null}
    >
      <SiteSearch label={t('register.merge.into')} picked={picked} onPick={(sites) => setPicked(sites.slice(-1))} />
      <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
    </ActDialog>
  )
}

function ParentDialog({ page }: { readonly page: RegisterPage }) {
  const { t } = useWords()
  const [picked, setPicked] = useState<readonly PickedSite[]>([])
  const [reason, setReason] = useState('')
  const parent = picked[0]?.site ?? null
  const changes = parent !== (page.parent?.site ?? null)
  return (
    <ActDialog
      title={t('register.set-parent')}
      explain={t('register.set-parent.explain')}
      go={t('register.save')}
      kind="plain"
      path={`/api/sites/${page.site}/parent`}
      data={changes && reason.trim() !== '' ? { parent, reason: reason.trim() } : null}
    >
      <SiteSearch label={t('register.set-parent.of')} picked={picked} onPick={(sites) => setPicked(sites.slice(-1))} />
      <LongTextField label={t('register.reason')} value={reason} onValue={setReason} rows={2} maxLength={400} required />
    </ActDialog>
  )
}
