/* The register of one site: who it is, what was written down about it and since when, papers, relatives. Officers edit it here. */
import { useAnswer } from '../../../../app/ask.ts'
import { AsOfPicker, asOfQuery, useAsOf } from '../../../../app/kit/as-of-picker.tsx'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { RegisterPage } from '../../domain/register/register-answers.ts'
import { DocumentsPanel } from './documents-panel.tsx'
import { EntriesPanel } from './entries-panel.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import { MergedNote, RelativesPanel } from './relatives-panel.tsx'

const groups = ['description', 'licence', 'party', 'workforce', 'pits', 'mercury', 'access', 'activity'] as const

export function RegisterScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const dates = useAsOf()
  const { data, answer, error, again } = useAnswer<RegisterPage>(`/api/sites/${params['site'] ?? ''}/register${asOfQuery(dates)}`)
  const me = useMe().data
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const registrar = mayOpen('sites.register', me)
  const mayEdit = registrar && data.mergedInto === null
  return (
    <Page
      title={t('site-register.title', { name: data.name })}
      crumbs={
        <>
          <AppLink to="/sites">{t('sites.title')}</AppLink>
          {' › '}
          <AppLink to={`/sites/${data.site}`}>{data.name}</AppLink>
        </>
      }
      under={t('register.under', { national: data.nationalId })}
      answer={answer}
      actions={
        <>
          <AsOfPicker />
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      <MergedNote page={data} mayEdit={registrar} />
      <div className="columns">
        <IdentityPanel page={data} mayEdit={mayEdit} />
        <div className="stack">
          <RelativesPanel page={data} mayEdit={mayEdit} />
          <DocumentsPanel page={data} mayEdit={mayEdit} />
        </div>
      </div>
      {groups.map((group) => (
        <EntriesPanel key={group} page={data} group={group} mayEdit={mayEdit} />
      ))}
    </Page>
  )
}
