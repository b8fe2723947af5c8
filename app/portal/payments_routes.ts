import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { reader } from '#app/portal/reader'

const { payments } = controllers.portal

router.get('/mes-paiements', [payments.MyPayments, 'index']).use(reader())
router.get('/mes-paiements/:id', [payments.MyPayments, 'show']).use(reader())
router.get('/mes-paiements/lignes/:id', [payments.MyLines, 'show']).use(reader())
router.get('/mes-paiements/documents/:id', [payments.MyDocuments, 'show']).use(reader())
router.get('/mes-paiements/annees/:year/releves.zip', [payments.MyYears, 'archive']).use(reader())
router.get('/mes-paiements/annees/:year/attestation.pdf', [payments.MyYears, 'show']).use(reader())
