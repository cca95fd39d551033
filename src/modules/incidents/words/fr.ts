/* Ce que le serveur dit des incidents : les refus, et les phrases que tout le monde peut lire. */
import { kindsFr } from './kinds-fr.ts'

export const fr = {
  ...kindsFr,
  'refusal.unknown-incident': 'Aucun incident de ce numéro ne vous est ouvert. Revenez à la liste des incidents.',
  'refusal.party-to-incident':
    'Votre organisme est cité dans l’incident {number} : il ne peut ni le traiter, ni le clore, ni en publier la suite. D’autres s’en occupent.',
  'refusal.incident-already-reported': 'Ce signalement est déjà enregistré sous le numéro {number}. Ouvrez-le depuis la liste.',
  'refusal.incident-not-so-far':
    'L’incident {number} n’en est pas là (état : {state}). Rechargez la page : seuls les actes possibles y sont proposés.',
  'refusal.incident-day-in-the-future': 'Le {day} n’est pas encore passé. Corrigez la date.',
  'refusal.no-such-open-action': 'Cette action n’est plus ouverte. Rechargez la page.',
  'refusal.second-body-for-action':
    'Votre organisme a dit cette action faite. Un autre organisme, qui n’est pas cité dans l’incident {number}, doit le constater.',
  'refusal.action-evidence-missing':
    'Ce dossier est grave : joignez une photo, ou écrivez en {least} caractères au moins ce qui a été vu, où et quel jour.',
  'refusal.action-day-is-over': 'L’échéance du {due} est déjà passée. Choisissez un jour à venir.',
  'refusal.actions-still-open':
    '{count} {count|action de l’incident {number} est encore ouverte|actions de l’incident {number} sont encore ouvertes}. Faites constater leur exécution, ou retirez-les avec un motif.',
  'refusal.second-person-for-incident':
    'Pour l’incident {number}, cet acte demande une seconde personne : ni celle qui a bloqué les lots, ni celle qui a conclu. Demandez à un collègue sans lien avec l’affaire.',
  'refusal.lots-still-held':
    '{count} {count|lot reste bloqué|lots restent bloqués} par l’incident {number}. Une seconde personne les libère d’abord.',
  'refusal.not-to-that-level': 'L’incident est déjà au niveau {level} ou plus haut. Choisissez un niveau supérieur.',
  'refusal.no-new-lots': 'Ces lots figurent déjà dans l’incident {number}, ou ne sont pas connus. Choisissez-en d’autres.',
  'refusal.too-many-lots-of-incident': 'Un incident porte sur {most} lots au plus. Ouvrez un second incident pour les autres.',
  'refusal.suspicion-needs-severity-one':
    'Avant d’être confirmé, seul un incident de gravité 1 bloque des lots. Vérifiez d’abord l’incident {number}, ou corrigez sa gravité avec un motif.',
  'refusal.no-lots-to-hold': 'L’incident {number} ne porte sur aucun lot à bloquer. Ajoutez d’abord les lots concernés.',
  'refusal.no-lots-to-free': 'L’incident {number} ne bloque aucun lot. Il n’y a rien à libérer.',
  'refusal.incident-still-open': 'L’incident {number} n’est pas terminé : ses lots restent bloqués jusqu’à la conclusion.',
  'refusal.protection-not-yours':
    'Seul un organisme de protection met l’incident {number} sous protection. Choisissez « restreint », ou confiez-le à la société civile.',
  'refusal.not-yours-to-publish': 'Votre fonction ne permet pas de publier la suite de l’incident {number}. Demandez au ministère.',
  'refusal.outcome-not-published': 'Rien n’est publié sur l’incident {number}.',
  'refusal.outcome-already-published': 'La suite de l’incident {number} est déjà publiée. Retirez-la d’abord.',
  'refusal.outcome-under-protection': 'Un incident sous protection n’est jamais publié.',
  'refusal.outcome-too-early':
    'La suite peut être publiée à partir du {from} : {days} jours après la fin, pour que personne ne devine qui a parlé.',
  'refusal.no-such-incident-rule': 'Il n’y a pas de règle « {rule} ». Choisissez-en une dans la liste.',
  'refusal.incident-rule-out-of-bounds': 'La valeur doit être entre {least} et {most}.',

  'outcome.title': 'Ce qui est advenu des signalements',
  'outcome.lead':
    'Chaque phrase dit ce qui a été décidé après un signalement vérifié. Les lieux exacts, les personnes et les organismes n’y figurent jamais.',
  'outcome.none': 'Rien n’est publié pour le moment.',
  'outcome.none.do': 'Une suite est publiée au plus tôt {days} jours après la fin d’une affaire.',
  'outcome.rule':
    'Délai de sécurité : {days} jours. Un territoire de moins de {sites} sites est dit par sa province. Valeurs par défaut du programme (D).',
  'outcome.ask': 'Vous avez un code de suivi ? Demandez ce qu’il est advenu de votre signalement sur la page des signalements.',
  'outcome.report': 'Signaler un fait, sans compte ni nom',
  'outcome.published': 'Publié le {day}',
  'outcome.sentence': 'En {month}, {where} : {category}. {decided}',
  'outcome.where.territoire': 'dans le territoire de {name}',
  'outcome.where.province': 'dans la province de {name}',
  'outcome.where.country': 'dans le pays',
} as const
