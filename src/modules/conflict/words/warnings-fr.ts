/* Ce que le serveur refuse au sujet des alertes, et ce qu’il faut faire. */
export const warningsFr = {
  'refusal.unknown-warning': 'Cette alerte n’existe pas, ou n’est pas pour vous. Retournez à la liste.',
  'refusal.unknown-warning-place': 'Ce territoire ou ce site n’est pas au registre. Choisissez-en un dans la liste.',
  'refusal.unknown-responder': 'Un des organismes n’est pas au registre. Choisissez dans la liste.',
  'refusal.party-to-warning': 'Votre organisme est cité dans cette alerte : un autre doit la traiter.',
  'refusal.not-yours-to-sort': 'Cette alerte n’est pas de votre ressort. Demandez à qui trie les alertes de ce territoire.',
  'refusal.warning-sent-already': 'Cette alerte est déjà enregistrée.',
  'refusal.warning-in-the-future': 'L’heure de réception est dans l’avenir. Corrigez-la.',
  'refusal.warning-closed': 'Cette alerte est close. Envoyez-en une nouvelle si la situation reprend.',
  'refusal.warning-takes-no-words':
    'Ce type d’alerte touche des personnes : aucun texte ici. Ce qui a été dit d’une personne va dans le formulaire scellé des signaux.',
  'refusal.warning-severity-the-same': 'L’alerte a déjà cette gravité. Choisissez-en une autre.',
  'refusal.warning-assessed-so': 'L’alerte est déjà jugée ainsi.',
  'refusal.false-warning-needs-reason': 'Dites pourquoi l’alerte est fausse : qui a alerté doit pouvoir le comprendre.',
  'refusal.warning-reason-of-another': 'Cette raison est celle d’une fausse alerte. Retirez-la.',
  'refusal.warning-not-assessed': 'Jugez d’abord l’alerte : vérifiée, non vérifiée ou fausse.',
  'refusal.responder-has-a-part': 'Un des organismes est cité dans l’alerte : ne la lui confiez pas.',
  'refusal.warning-shared-already': 'L’alerte est déjà partagée avec ces organismes.',
  'refusal.warning-not-shared': 'L’alerte n’est partagée avec personne encore.',
  'refusal.not-a-responder': 'L’alerte n’a pas été partagée avec votre organisme.',
  'refusal.warning-acknowledged-already': 'La prise en note est déjà inscrite.',
  'refusal.response-says-nothing': 'Cochez au moins une chose faite, ou « rien de possible ».',
  'refusal.response-in-the-future': 'Le jour de la réponse est dans l’avenir. Corrigez-le.',
  'refusal.warning-without-response': 'Aucun organisme n’a encore répondu : l’alerte ne peut pas être close.',
  'refusal.warning-responses-missing':
    '{n} {n|organisme n’a pas répondu|organismes n’ont pas répondu} : dites pourquoi on ne les attend plus.',
  'refusal.warning-not-verified': 'Seule une alerte vérifiée devient un incident.',
  'refusal.warning-has-incident': 'L’incident {incident} est déjà ouvert pour cette alerte. Complétez-le.',
  'refusal.warning-incident-being-opened':
    'Quelqu’un ouvre un incident pour cette alerte en ce moment. Rechargez la page dans cinq minutes.',
  'refusal.warning-has-no-such-incident': 'Cet incident n’est pas annoncé sur l’alerte, ou il existe bien. Rechargez la page.',
  'refusal.warning-nothing-unsure': 'Rien n’est à préciser dans cette alerte. Rechargez la page.',
  'refusal.warning-still-unsure': 'Le message ne disait pas tout : précisez d’abord le type, la gravité et le lieu.',
  'refusal.second-person-to-close':
    'Vous avez jugé cette alerte. Grave, ou touchant des personnes, elle est close par une autre personne que celle qui l’a jugée.',
} as const
