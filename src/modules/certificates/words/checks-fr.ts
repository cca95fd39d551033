/* Ce que les contrôles ont vu dans les registres : exportateurs, titres, papiers, cartes, incidents, suspensions. */
export const checksFr = {
  'refusal.dossier-cancelled': 'Ce dossier a été abandonné par l’exportateur. Ouvrez un nouveau dossier pour le lot.',
  'refusal.goods-not-shipped':
    'Le départ des marchandises n’est pas enregistré. Enregistrez-le d’abord sur le certificat, puis clôturez le dossier.',

  'check-result.not-applicable': 'sans objet',

  'evidence.exporter-not-in-register': 'Le registre des exportateurs ne dit rien de cet exportateur : ni agrément, ni statut après audit.',
  'evidence.no-approval-registered': 'Le registre des exportateurs ne contient aucun agrément de cet exportateur.',
  'evidence.approval-registered': 'Registre des exportateurs : agrément {number}, du {validFrom} au {validUntil}.',
  'evidence.approval-not-running': 'Registre des exportateurs : l’agrément {number} (du {validFrom} au {validUntil}) ne vaut pas ce jour.',
  'evidence.exporter-not-audited': 'Aucun statut après audit n’est inscrit au registre des exportateurs.',
  'evidence.exporter-status': 'Statut après audit : {status}, jusqu’au {validUntil} (audit {audit}).',
  'evidence.exporter-status-conditions':
    'Statut après audit : {status}, jusqu’au {validUntil} (audit {audit}). L’exportation n’est permise que sous conditions : lisez-les.',
  'evidence.exporter-status-overdue': 'Le délai du statut {status} est échu depuis le {validUntil} : l’exportation est suspendue.',
  'evidence.exporter-status-red': 'Statut après audit : rouge, jusqu’au {validUntil} (audit {audit}). L’exportation est suspendue.',
  'evidence.exporter-may-not-export': 'Le registre ne permet pas d’exporter ce jour (statut {status}, jusqu’au {validUntil}).',
  'evidence.approval-attached-only':
    'Le registre ne connaît pas l’agrément ; une copie est jointe : {reference}, du {validFrom} au {validUntil}, audit : {status}. À comparer avec l’original.',

  'evidence.mass-without-site': '{amount} sur {of} viennent de sacs sans site.',
  'evidence.gold-without-tags': 'De l’or : il voyage en sachets numérotés, sans étiquettes de mine.',
  'evidence.taken-twice': '{amount} sur {of} ont été pris d’un lot qui n’en contenait pas autant.',
  'evidence.site-without-title': 'Site {site} : aucun titre minier n’est inscrit au registre.',
  'evidence.title-without-mineral': 'Site {site} : {mineral} n’est pas sur le titre inscrit ({number}).',
  'evidence.title-not-in-force': 'Site {site} : le titre {number} porte {mineral}, mais n’est plus en vigueur.',
  'evidence.mineral-of-title': 'Site {site} : {mineral} est sur le titre {number}, en vigueur.',

  'evidence.no-leg': 'Le lot n’a jamais changé de mains : aucune étape intérieure à couvrir.',
  'evidence.leg-without-journey': 'De {from} à {to} : vendu sur place ({lots} {lots|lot|lots}), aucun transport enregistré.',
  'evidence.leg-covered-by':
    'De {from} à {to}, {lots} {lots|lot|lots} : {reference} ({papers} en tout, {inRegister} au registre des papiers).',
  'evidence.leg-lots-without-paper': 'De {from} à {to} : {uncovered} {uncovered|lot|lots} sur {lots} sont partis sans numéro de papier.',
  'evidence.leg-paper-ended': 'De {from} à {to} : parti le {sentOn} sous le papier {number}, échu le {validUntil}.',
  'evidence.leg-paper-ended-despite':
    'De {from} à {to} : parti le {sentOn} sous le papier {number}, échu le {validUntil} ; une raison est écrite.',
  'evidence.leg-paper-cancelled': 'De {from} à {to} : le papier {number} est annulé au registre.',
  'evidence.leg-paper-doubtful': 'De {from} à {to} : l’emploi du papier {number} laisse des doutes ({doubts}).',

  'evidence.incident-open':
    'Incident {incident} ({category}, {on}) : vérifié, non clos. Il touche {lots} {lots|lot|lots}, {sites} {sites|site|sites}, {organisations} {organisations|entité|entités} de ce dossier. Lieux : {places}.',
  'evidence.incident-alleged':
    'Incident {incident} ({category}, {on}) : signalé, pas encore vérifié ({state}). Il touche {lots} {lots|lot|lots}, {sites} {sites|site|sites}, {organisations} {organisations|entité|entités} de ce dossier. Lieux : {places}.',
  'evidence.incident-open-kept':
    'Un incident grave, vérifié et non clos, touche ce dossier. Son contenu est réservé à ceux qui le traitent ; le certificat attend sa fin.',
  'evidence.incident-alleged-kept':
    'Un incident grave, signalé et pas encore vérifié, touche ce dossier. Son contenu est réservé à ceux qui le traitent.',
  'evidence.no-grave-incident':
    'Aucun incident grave ouvert depuis le {from} sur le lot, ses sites, ses détenteurs et sa route ({lesser} moins graves ouverts, {closed} clos).',
  'evidence.risks-not-in-the-data': 'Les suspensions ne sont pas dans les données.',
  'evidence.no-public-incident': 'Aucun incident grave public n’est ouvert sur ce dossier.',
  'evidence.also-not-public': 'L’autorité regarde aussi ce qui n’est pas public ; cette phrase figure sur chaque dossier.',
  'evidence.paper-elsewhere': 'Le papier {reference} est aussi joint à un autre dossier : {lots}. Dites s’il peut valoir pour les deux.',
  'evidence.paper-elsewhere-kept':
    'Le papier {reference} est aussi joint à un autre dossier. L’autorité juge s’il peut valoir pour les deux.',
  'evidence.nothing-suspended': 'Ni l’exportateur, ni ses fournisseurs, ni les sites, ni la route ne sont suspendus.',
  'evidence.trade-suspended-kept':
    'Le commerce est suspendu par un incident grave qui touche ce dossier. Son contenu est réservé à ceux qui le traitent ; la suspension finit avec lui.',
  'evidence.trade-suspended': 'Commerce suspendu avec {name} depuis le {since} (risque {risk}, {because}).',

  'evidence.cards-valid': '{organisation} : {needs} {number} valable chaque jour ({days} {days|jour|jours}).',
  'evidence.card-not-valid': '{organisation}, le {on} : {needs} {number}, {fault} (fin : {validUntil}).',
  'evidence.card-reported-lost': '{organisation}, le {on} : {needs} {number} déclarée perdue. À juger.',
  'evidence.no-card-registered': '{organisation}, le {on} : le registre ne contient aucune {needs}.',
  'evidence.no-card-needed': '{organisation} : aucune carte n’est demandée à une entité de ce genre.',

  'evidence.document-there': '{step}. {document} : {number} ({papers} au registre).',
  'evidence.document-attached': '{step}. {document} : {number}, au dossier, non au registre des papiers.',
  'evidence.document-draft': '{step}. {document} : {number} n’est encore qu’un projet.',
  'evidence.document-ended': '{step}. {document} : {number} a pris fin le {validUntil} sans avoir servi.',
  'evidence.document-cancelled': '{step}. {document} : {number} est annulé.',
  'evidence.document-missing': '{step}. {document} : rien au registre des papiers.',
  'evidence.document-not-asked': '{step}. {document} : ce lot n’a pas eu cette étape.',

  'threshold.stopping-severity': 'Arrête : un incident de gravité {value}, vérifié et non clos',
  'threshold.documents-required': '{value} documents attendus ; la liste n’est pas vérifiée',
} as const
