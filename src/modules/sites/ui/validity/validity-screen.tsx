/*
What the file of visits hides: greens that had lapsed, interference while a green was valid, sites where nobody has been. Each
number opens its list, each list its sites. The same numbers as `chanzo report validity`.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { asOfQuery, AsOfPicker, useAsOf } from '../../../../app/kit/as-of-picker.tsx'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { FigureName, ValidityAnswer } from '../../domain/register/answers.ts'
import { ValidityBar } from './validity-bar.tsx'

export function ValidityScreen() {
  const { t } = useWords()
  const dates = useAsOf()
  const [state] = useUrlState()
  const { data, answer, error, again } = useAnswer<ValidityAnswer>(`/api/reports/validity${asOfQuery({ asOf: dates.asOf, knownAt: null })}`)
  if (error) return <ErrorState error={error} again={again} />
  return (
    <Page
      title={t('validity.title')}
      under={t('validity.under')}
      answer={answer}
      actions={
        <>
          <AsOfPicker />
          <AppLink to="/released-reports">{t('reports.read-released')}</AppLink>
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      {!data ? (
        <Loading />
      ) : (
        <>
          <div className="figures">
            {figures(data).map(({ name, number }) => (
              <Figure
                key={name}
                number={number}
                label={t(`validity.${name}`, { n: number, asOf: data.asOf, since: data.neverVisitedSince.day })}
                source={t(`validity.${name}.rule`)}
                to={`/reports/validity/${name}`}
                search={{
                  ...(state['asOf'] ? { asOf: state['asOf'] } : {}),
                  ...(name === 'neverVisitedSince' ? { since: data.neverVisitedSince.day } : {}),
                }}
              />
            ))}
          </div>
          <Panel title={t('validity.picture')}>
            <ValidityBar answer={data} />
          </Panel>
        </>
      )}
    </Page>
  )
}

/** From all sites to fewer and fewer: each number is part of one before it. */
function figures(data: ValidityAnswer): readonly { readonly name: FigureName; readonly number: number }[] {
  return [
    { name: 'sites', number: data.sites },
    { name: 'everGreen', number: data.everGreen },
    { name: 'newestGreen', number: data.newestGreen },
    { name: 'newestGreenLapsed', number: data.newestGreenLapsed },
    { name: 'interferenceWhileGreen', number: data.interferenceWhileGreen },
    { name: 'interferenceOnOrAfterGreen', number: data.interferenceOnOrAfterGreen },
    { name: 'neverVisited', number: data.neverVisited },
    { name: 'neverVisitedSince', number: data.neverVisitedSince.sites },
  ]
}
