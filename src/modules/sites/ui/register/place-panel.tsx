/* Where the site lies: by its position, and as papers state it. Two facts; neither corrects the other. */
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'

export function PlacePanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const { stated, province, territoire, position, positionPrecision, placeDiffers } = site
  const computed = [province?.name, territoire && `${territoire.name} (${territoire.kind})`].filter(Boolean).join(' › ')
  const written = [stated.province, stated.territoire, stated.collectivite, stated.groupement, stated.village].filter(Boolean).join(' › ')
  const digits = positionPrecision === 'exact' ? 4 : 2
  const differs = placeDiffers.province || placeDiffers.territoire
  return (
    <Panel title={t('place.title')}>
      <dl className="facts">
        <div>
          <dt>{t('place.position')}</dt>
          <dd>
            {position === null ? (
              <span className="ink-3">{t('app.unknown')}</span>
            ) : (
              <>
                {position.at.latitude.toFixed(digits)}, {position.at.longitude.toFixed(digits)}
                <br />
                <span className="small">
                  {t(`place.precision.${positionPrecision}`)} · {t(`place.origin.${position.origin}`)}
                </span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('place.computed')}</dt>
          <dd>{computed || <span className="ink-3">{t('place.no-boundary')}</span>}</dd>
        </div>
        <div>
          <dt>{t('place.stated')}</dt>
          <dd>{written || <span className="ink-3">{t('app.unknown')}</span>}</dd>
        </div>
      </dl>
      {differs && <p className="small">{t('place.differs')}</p>}
    </Panel>
  )
}
