/*
Les phrases du module en français : ce que dit un refus (et ce qu'il faut faire), ce que dit une règle. Entre accolades : les
faits du refus ou de la règle. Les masses arrivent en grammes ; l'écran les met en kilogrammes.
*/
import { goldFr } from './gold-fr.ts'
import { lotsFr } from './lots-fr.ts'
import { sheetsFr } from './sheets-fr.ts'
import { tagsFr } from './tags-fr.ts'

export const fr = {
  ...sheetsFr,
  ...tagsFr,
  ...lotsFr,
  ...goldFr,
  'refusal.trace-one-thing': 'Dites une seule chose à suivre : une organisation, un lieu, une route, un document ou une étiquette.',
  'refusal.unknown-lot':
    'Vous ne voyez aucun sac ni lot de cet identifiant. Vérifiez le numéro ; s’il vient d’un téléphone, attendez son envoi ; s’il est à un autre, demandez-lui.',
  'refusal.unknown-site': 'Ce site n’est pas au registre. Choisissez-le dans la liste, ou faites-le inscrire d’abord.',
  'refusal.unknown-tag-batch': 'Ce lot d’étiquettes n’est pas enregistré. Enregistrez-le d’abord avec sa série et ses numéros.',
  'refusal.lot-already-registered': 'Ce sac ou lot est déjà enregistré sous le numéro {number}. Rien à refaire.',
  'refusal.lot-number-taken': 'Le numéro {number} est déjà celui d’un autre lot. Donnez un autre numéro.',
  'refusal.lot-voided': 'Le lot {number} a été annulé : son enregistrement était une erreur. Utilisez le bon enregistrement.',
  'refusal.lot-in-transit': 'Le lot {number} est en route. Attendez que le destinataire l’ait reçu et pesé.',
  'refusal.not-the-holder':
    'Le lot {number} n’est pas détenu par votre organisation. Seul le détenteur peut l’envoyer, l’employer ou y joindre une analyse.',
  'refusal.not-the-recipient': 'Le lot {number} n’a pas été envoyé à votre organisation. Seul le destinataire peut le recevoir.',
  'refusal.already-sent': 'Le lot {number} a déjà été envoyé le {sentOn}. Attendez sa réception.',
  'refusal.not-sent': 'Le lot {number} n’a pas été envoyé. Le détenteur doit d’abord l’envoyer avec son poids.',
  'refusal.same-holder': 'Le lot {number} est déjà chez cette organisation. Choisissez un autre destinataire.',
  'refusal.quarantined':
    'Le lot {number} est bloqué : le lot {source} est en quarantaine. La page du lot {source} dit ce qui le bloque et comment il est libéré.',
  'refusal.already-quarantined': 'Le lot {number} est déjà en quarantaine.',
  'refusal.second-person-needed':
    'Vous avez enregistré le lot {number} ou l’avez mis en quarantaine. Demandez à une autre personne habilitée d’examiner, puis de lever ou d’annuler.',
  'refusal.not-in-quarantine': 'Le lot {number} n’est pas en quarantaine. Il n’y a rien à lever.',
  'refusal.held-by-hit':
    'Le lot {number} est bloqué par le constat {hit} (règle {rule}). Ouvrez ce constat dans la liste des constats : seule la fin de son examen libère le lot ; s’il a été confirmé, le lot reste bloqué.',
  'refusal.held-by-incident':
    'Le lot {number} est bloqué par l’incident {incident}. Ceux qui traitent l’incident le libèrent quand il est terminé ; un organisme qui y est cité ne le peut pas.',
  'refusal.held-by-kept-incident':
    'Le lot {number} est bloqué par un dossier non public. Ceux qui l’ont bloqué le libèrent à la fin ; ici, il n’y a rien à faire.',
  'refusal.held-by-source': 'Le lot {number} est bloqué par le lot {source} dont il provient. Levez la quarantaine de {source}.',
  'refusal.lot-is-certified':
    'Le lot {number} est sous le certificat {certificate} : ses marchandises ne deviennent rien d’autre. Faites d’abord révoquer le certificat.',
  'refusal.nothing-left': 'Il ne reste rien du lot {number} : tout a été employé dans d’autres lots.',
  'refusal.partly-drawn':
    'Une partie du lot {number} ({drawnGrams} g) est déjà dans un autre lot. Formez un lot avec le reste ({remainingGrams} g) et envoyez celui-ci.',
  'refusal.site-is-red':
    'Le lot {number} contient {grams} g qui sont encore sur le site {site}, rouge le {sentOn}. Aucune dérogation en cours ne couvre un stock produit jusqu’au {producedOn} : demandez une dérogation au Ministre.',
  'refusal.derogation-used-up':
    'Le lot {number} contient {grams} g du site {site}, rouge. La dérogation {order} ne laisse plus partir que {remainingGrams} g : envoyez un lot plus petit, ou demandez une autre dérogation.',
  'refusal.no-inputs': 'Un lot se forme d’au moins un sac ou lot. Ajoutez-en un.',
  'refusal.input-twice': 'Le même sac figure deux fois. Gardez une seule ligne avec la masse entière.',
  'refusal.nothing-drawn': 'Aucune masse n’est prise du lot {number}. Indiquez les grammes, ou retirez la ligne.',
  'refusal.mixed-minerals':
    'Le lot {number} est de {mineral}, le lot {otherNumber} de {otherMineral}. Un lot ne contient qu’un minerai : formez-en deux.',
  'refusal.double-spend':
    'Il ne reste que {remainingGrams} g du lot {number}, et {drawnGrams} g sont demandés (règle {rule}). Prenez au plus ce qui reste.',
  'refusal.less-than-drawn':
    'La masse du lot {number} ne peut descendre à {massGrams} g : {drawnGrams} g sont déjà dans d’autres lots. Corrigez d’abord ceux-ci.',
  'refusal.already-drawn-from':
    'Le lot {number} ne peut être annulé : {drawnGrams} g sont déjà dans d’autres lots. Annulez d’abord ceux-ci.',
  'refusal.tag-batch-already-registered': 'Ce lot d’étiquettes est déjà enregistré. Rien à refaire.',
  'refusal.tag-range-not-valid':
    'Les numéros de {from} à {to} sur {digits} chiffres ne vont pas : de bas en haut, au plus {most} étiquettes, assez de chiffres.',
  'refusal.tag-series-not-valid':
    'La série {series} finit par un chiffre. Elle doit finir par une lettre ou un tiret, pour que le numéro se lise seul.',
  'refusal.tags-already-registered':
    'Un lot du même émetteur, à partir de {first}, contient déjà de ces numéros. Vérifiez le bordereau de l’imprimeur.',
  'refusal.already-allocated': 'Ce lot d’étiquettes est donné à un site depuis le {allocatedOn}. Prenez un lot libre.',
  'refusal.site-may-not-receive-tags':
    'Ce site ne peut recevoir d’étiquettes : statut {internal}, valable jusqu’au {validUntil}, arrêté {orderNumber}. Attendez un nouvel arrêté ou la levée de la suspension.',
  'refusal.tags-not-in-batch': 'Ces numéros ne sont pas tous dans ce lot d’étiquettes (de {from} à {to}). Corrigez l’intervalle.',
  'refusal.too-many-tags': 'On déclare au plus {most} étiquettes à la fois. Faites plusieurs déclarations.',
  'refusal.tag-already-used': 'L’étiquette {tag} ferme déjà un sac. Sortez-la de l’intervalle ; pour le sac, demandez une quarantaine.',
  'refusal.tags-already-declared': 'Les numéros de {from} à {to} sont déjà tous déclarés. Rien à refaire.',

  'refusal.unknown-hit': 'Vous ne voyez aucun constat de cet identifiant. Ouvrez-le depuis la liste des constats.',
  'refusal.hit-already-raised': 'Ce constat est déjà ouvert. Cherchez-le dans la liste des constats.',
  'refusal.hit-is-closed': 'L’examen de ce constat (règle {rule}) est clos. Rien ne s’y ajoute ; un fait nouveau fait un autre constat.',
  'refusal.reply-already-requested':
    'Les organisations concernées ont déjà été invitées à répondre, jusqu’au {until}. Attendez ce jour ou leur réponse.',
  'refusal.reply-day-is-over': 'Le {until} n’est pas à venir. Donnez un jour qui laisse le temps de répondre.',
  'refusal.not-a-party':
    'Votre organisation n’est pas parmi celles que concerne ce constat (règle {rule}). Adressez-vous à l’une d’elles ou au service qui l’examine.',
  'refusal.second-person-for-hit':
    'Vous avez enregistré ces biens, demandé la réponse ou répondu, ou votre organisation est concernée (règle {rule}). L’examen est clos par une personne habilitée d’un autre service.',
  'refusal.parties-not-asked':
    'Les organisations concernées n’ont pas encore été invitées à répondre. Demandez leur réponse avant de confirmer les chiffres.',
  'refusal.reply-still-open': 'Le délai de réponse court jusqu’au {until}. Attendez ce jour ou la réponse avant de confirmer les chiffres.',
  'refusal.scan-already-running': 'Un examen de tous les chiffres est déjà en cours. Attendez sa fin.',
  'refusal.unknown-rule': 'Aucune règle ne porte le numéro {rule}. Choisissez-la dans la liste des règles.',
  'refusal.unknown-threshold': 'La règle {rule} n’a pas de seuil {name}. Choisissez un seuil de sa page.',
  'refusal.threshold-out-of-bounds':
    'Le seuil {name} de la règle {rule} se règle entre {least} et {most} ; {value} n’a pas de sens. Donnez une valeur dans ces bornes.',
  'refusal.no-thresholds-said': 'Aucun seuil n’est donné pour la règle {rule}. Donnez-en un, ou revenez aux valeurs par défaut.',
  'refusal.unknown-place':
    'Aucun site ne se trouve sous {code} dans votre champ. Choisissez un site, un territoire ou une province de la liste.',
  'refusal.not-a-month': '« {month} » n’est pas un mois. Écrivez l’année et le mois, par exemple 2017-08.',
  'refusal.month-in-the-future': 'Le mois {month} n’a pas commencé. Donnez un mois écoulé ou en cours.',
  'finding.D01':
    'Sorti du site rouge {siteName} sous la dérogation {orderNumber} : {grams} g sur {quantityGrams} g ; il en restait {remainingGrams} g.',
  'finding.F01': 'L’étiquette {tag} est déjà sur le lot {otherNumber}. Les deux sont en quarantaine jusqu’à vérification.',
  'finding.F02.unknown-number': 'Aucun lot d’étiquettes enregistré ne contient le numéro {tag}.',
  'finding.F02.wrong-check-digit': 'Le chiffre de contrôle de {tag} est faux : numéro mal lu ou étiquette imitée.',
  'finding.F02.other-site': 'L’étiquette {tag} a été donnée à un autre site.',
  'finding.F03.declared': 'L’étiquette {tag} a servi le {usedOn} alors qu’elle est déclarée ({declared}) depuis le {declaredOn}.',
  'finding.F03.not-allocated': 'L’étiquette {tag} a servi le {usedOn} sans avoir été donnée à un site.',
  'finding.F03.too-early': 'L’étiquette {tag} a servi le {usedOn}, avant d’être donnée au site le {allocatedOn}.',
  'finding.F04.no-site': 'Aucun site connu n’est indiqué pour la production du {producedOn}.',
  'finding.F04.hold': 'Le site était suspendu le {producedOn}, jour de la production.',
  'finding.F04.lapsed': 'Le statut du site avait expiré le {producedOn}, jour de la production (statut {internal}, échéance {validUntil}).',
  'finding.F04.lapsed-green':
    'Le {producedOn}, jour de la production, le vert de l’arrêté {orderNumber} était échu depuis le {lapsedOn} : le site devait être réinspecté.',
  'finding.F04.lapsed-yellow':
    'Le {producedOn}, jour de la production, le jaune de l’arrêté {orderNumber} était échu depuis le {lapsedOn}, sans réinspection.',
  'finding.F04.lapsed-red':
    'Le {producedOn}, jour de la production, le site restait rouge : la période de l’arrêté {orderNumber} était finie depuis le {lapsedOn}, sans nouvel acte.',
  'finding.F04.lapsed-blue':
    'Le {producedOn}, jour de la production, le bleu demandé pour ce site était échu depuis le {lapsedOn}, sans inspection.',
  'finding.F04.status': 'Le statut du site ne permettait pas de produire le {producedOn} (statut {internal}).',
  'finding.F08': 'Le poids a augmenté de {beforeGrams} g à {afterGrams} g d’une balance à l’autre, plus que permis.',
  'finding.F09': 'Le poids a baissé de {beforeGrams} g à {afterGrams} g d’une balance à l’autre, plus que permis.',
  'finding.F13.weighed-before-produced': 'La pesée ({downstreamOn}) précède la production ({upstreamOn}).',
  'finding.F13.weighed-in-the-future': 'La pesée est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F13.sent-before-last-step': 'L’envoi ({downstreamOn}) précède l’étape d’avant ({upstreamOn}).',
  'finding.F13.sent-in-the-future': 'L’envoi est daté du {upstreamOn}, après le jour où il nous est connu ({downstreamOn}).',
  'finding.F13.received-before-sent': 'La réception ({downstreamOn}) précède l’envoi ({upstreamOn}).',
  'finding.F13.received-in-the-future': 'La réception est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F13.formed-before-its-inputs': 'Le lot est formé le {downstreamOn}, avant la dernière étape d’un de ses sacs ({upstreamOn}).',
  'finding.F13.formed-in-the-future': 'Le lot est formé le {upstreamOn}, après le jour où il nous est connu ({downstreamOn}).',
  'finding.F13.assayed-in-the-future': 'L’analyse est datée du {upstreamOn}, après le jour où elle nous est connue ({downstreamOn}).',
  'finding.F21': 'Le minerai {mineral} n’est pas sur la liste du site ({listed}).',
  'finding.F22': 'Plus a été pris du lot {lot} ({drawnGrams} g) qu’il ne contient ({massGrams} g).',
  'finding.F23': 'Le lot pèse {massGrams} g et n’est formé que de {inputGrams} g : {excessGrams} g n’ont pas d’origine.',
  'finding.P01.impossible': 'Un sac étiqueté de {massGrams} g n’est pas possible (limite {limitGrams} g).',
  'finding.P01.unusual': 'Un sac de {massGrams} g est inhabituel (d’ordinaire de {fromGrams} à {toGrams} g).',
  'finding.P02': 'Le sac n’a pas d’étiquette : son origine ne repose que sur une déclaration.',
  'finding.P03.impossible': 'Une teneur de {value} en {element} dépasse ce que le minerai peut contenir ({limit}).',
  'finding.P03.unusual': 'Une teneur de {value} en {element} est inhabituelle (d’ordinaire de {from} à {to}).',
} as const
