/* What others see of this site: said plainly, so that nobody writes here what they believe to be private. */
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'

export function AudiencePanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  return (
    <div id="audience" className="no-print">
      <Panel title={t('audience.title')}>
        <dl className="facts">
          <div>
            <dt>{t('audience.you')}</dt>
            <dd>{t(`audience.you.${site.positionPrecision}`)}</dd>
          </div>
          <div>
            <dt>{t('audience.signed-in')}</dt>
            <dd>{t('audience.signed-in.sees')}</dd>
          </div>
          <div>
            <dt>{t('audience.public')}</dt>
            <dd>
              {t('audience.public.sees')} <a href={`/site/${site.id}`}>{t('audience.public.page')}</a>
            </dd>
          </div>
        </dl>
      </Panel>
    </div>
  )
}
