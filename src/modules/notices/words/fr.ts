/* Ce que disent les avis et la lettre du jour : des genres et des nombres, jamais un nom ni un lieu. */
export const fr = {
  'notice.kind.cardsExpiring': '{n} {n|carte ou agrément finit|cartes ou agréments finissent} dans les 30 jours',
  'notice.kind.cardsExpired': '{n} {n|carte ou agrément a expiré|cartes ou agréments ont expiré}',
  'notice.kind.cardApplications': '{n} {n|demande de carte ou d’agrément attend|demandes de cartes ou d’agréments attendent}',
  'notice.kind.hitsToAnswer':
    '{n} {n|constat sur vos lots : réponse attendue avant le jour qui y est inscrit|constats sur vos lots : réponse attendue avant le jour qui y est inscrit}',
  'notice.kind.hitsOnYourLots': '{n} {n|constat sur vos lots : vous pouvez répondre|constats sur vos lots : vous pouvez répondre}',
  'notice.kind.hitsCritical': '{n} {n|constat critique ouvert|constats critiques ouverts}',
  'notice.kind.plansEnding': '{n} {n|plan d’atténuation arrive|plans d’atténuation arrivent} à son terme dans les 30 jours',
  'notice.kind.certificatesTouched':
    '{n} {n|certificat en cours est touché|certificats en cours sont touchés} par un incident grave : à maintenir ou à révoquer',
  'notice.kind.dossiersReturned': '{n} {n|dossier de certificat renvoyé|dossiers de certificat renvoyés} : à corriger et à renvoyer',
  'notice.kind.dossiersRefused': '{n} {n|certificat refusé|certificats refusés} : lisez la raison, corrigez ou renoncez',
  'notice.kind.certificatesIssued': '{n} {n|certificat délivré|certificats délivrés} ces trente derniers jours',
  'notice.kind.certificatesRevoked': '{n} {n|certificat révoqué|certificats révoqués} ces trente derniers jours : le lot ne part plus avec',
  'notice.kind.certificatesToRedeliver':
    '{n} {n|certificat signé par une clé volée ne compte plus : à délivrer|certificats signés par une clé volée ne comptent plus : à délivrer} de nouveau',
  'notice.kind.departuresInAlarm':
    '{n} {n|départ noté|départs notés} sous un certificat révoqué, expiré ou déjà utilisé : retenir le lot, ouvrir un incident',
  'notice.kind.plansEndingSoon':
    '{n} {n|plan d’atténuation arrive|plans d’atténuation arrivent} à son terme dans les 7 jours ; sans résultat ce jour-là, le commerce est suspendu',
  'notice.kind.risksSuspended': '{n} {n|suspension pour risque|suspensions pour risque} en cours',
  'notice.kind.casesLate': '{n} {n|dossier de signal d’alerte est en retard|dossiers de signaux d’alerte sont en retard}',
  'notice.kind.exportersEnding':
    '{n} {n|statut d’exportateur finit dans les 30 jours ou a expiré|statuts d’exportateurs finissent dans les 30 jours ou ont expiré}',
  'notice.kind.appealsWaiting': '{n} {n|recours d’exportateur attend|recours d’exportateurs attendent} une décision',
  'notice.kind.auditsToDecide': '{n} {n|rapport d’audit attend|rapports d’audit attendent} la décision du comité',
  'notice.kind.voicesWaiting': '{n} {n|signalement attend au guichet|signalements attendent au guichet}',
  'notice.kind.voicesLate': '{n} {n|signalement du guichet est en retard|signalements du guichet sont en retard}',
  'notice.kind.keysWaiting': '{n} {n|demande attend votre geste|demandes attendent votre geste} dans Chanzo',
  'notice.kind.incidentsReported': '{n} {n|incident signalé à prendre en charge|incidents signalés à prendre en charge}',
  'notice.kind.incidentsLate': '{n} {n|incident dont une échéance est passée|incidents dont une échéance est passée}',
  'notice.kind.incidentActionsGiven': '{n} {n|action est confiée à votre organisme|actions sont confiées à votre organisme}',
  'notice.kind.incidentActionsDue': '{n} {n|action convenue à faire dans les 14 jours|actions convenues à faire dans les 14 jours}',
  'notice.kind.incidentActionsLate': '{n} {n|action convenue dont le jour est passé|actions convenues dont le jour est passé}',
  'notice.kind.reportsLate': '{n} {n|rapport mensuel de négociant est en retard|rapports mensuels de négociants sont en retard}',
  'notice.kind.expiringIn30Days': '{n} {n|statut finit|statuts finissent} dans les 30 jours',
  'notice.kind.expiringIn60Days': '{n} {n|statut finit|statuts finissent} dans 31 à 60 jours',
  'notice.kind.expiringIn90Days': '{n} {n|statut finit|statuts finissent} dans 61 à 90 jours',
  'notice.kind.lapsedGreens': '{n} {n|site vert dont le délai est passé|sites verts dont le délai est passé}',
  'notice.kind.overdueYellow': '{n} {n|site jaune en retard|sites jaunes en retard}',
  'notice.kind.greenWithInterference': '{n} {n|site vert contredit par une observation|sites verts contredits par une observation}',
  'notice.kind.greenWithChildLabour':
    '{n} {n|site vert contredit par une observation sur les enfants|sites verts contredits par une observation sur les enfants}',
  'notice.kind.producedWhileSuspended': '{n} {n|site|sites} où l’on travaille sans droit de produire',
  'notice.kind.redEnded': '{n} {n|site rouge dont la période est finie|sites rouges dont la période est finie}',
  'notice.kind.blueClocks': '{n} {n|demande de statut bleu dont le délai court|demandes de statut bleu dont le délai court}',
  'notice.kind.neverInspected': '{n} {n|site jamais inspecté|sites jamais inspectés}',
  'notice.kind.inspectionsReturned': '{n} {n|fiche d’inspection renvoyée|fiches d’inspection renvoyées} à corriger',
  'notice.kind.inspectionsToReview': '{n} {n|fiche d’inspection à examiner|fiches d’inspection à examiner}',
  'notice.kind.missionsInProgress': '{n} {n|mission en cours|missions en cours}',
  'notice.kind.actionsDue': '{n} {n|mesure corrective arrivée à échéance|mesures correctives arrivées à échéance}',
  'notice.kind.ordersToPublish': '{n} {n|arrêté signé à publier|arrêtés signés à publier}',
  'notice.kind.ordersPublished': '{n} {n|arrêté publié|arrêtés publiés} ces quatorze derniers jours',
  'notice.kind.dataProtection': '{n} {n|point vous attend|points vous attendent} dans Chanzo',
  'notice.mail.subject': 'Chanzo : {n} {n|point vous attend|points vous attendent}',
  'notice.mail.greeting':
    'Bonjour,\n\nVoici ce qui vous attend aujourd’hui dans Chanzo. Les noms et les lieux ne sont pas dans ce courriel ; connectez-vous pour les voir.',
  'notice.mail.why':
    'Vous recevez ce courriel une fois par jour quand quelque chose vous attend. Pour ne plus le recevoir ou changer de langue :',
  'notice.mail.test.subject': 'Chanzo : essai du courrier',
  'notice.mail.test.text': 'Ce courriel montre que Chanzo peut écrire à cette adresse. Il n’y a rien à faire.',
} as const
