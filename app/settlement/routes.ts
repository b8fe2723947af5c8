import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { settlement } = controllers
const { prepare, hold, reopen, approve, decideCorrection, answerDispute } = MONEY_VERBS

router.get('/campagnes', [settlement.Runs, 'index']).use(allow(...MONEY))
router.get('/campagnes/nouvelle', [settlement.Runs, 'create']).use(allow(...prepare))
router.post('/campagnes', [settlement.Runs, 'store']).use(allow(...prepare))
router.get('/campagnes/:id', [settlement.Runs, 'show']).use(allow(...MONEY))
router.get('/campagnes/:id/lignes', [settlement.runPage.RunLines, 'index']).use(allow(...MONEY))
router
  .post('/campagnes/:id/calcul', [settlement.calculation.RunCalculation, 'store'])
  .use(allow(...prepare))
router
  .post('/campagnes/:id/soumission', [settlement.approval.RunSubmission, 'store'])
  .use(allow(...prepare))
router
  .post('/campagnes/:id/approbation', [settlement.approval.RunApproval, 'store'])
  .use(allow(...approve))
router
  .post('/campagnes/:id/reouverture', [settlement.approval.RunReopening, 'store'])
  .use(allow(...reopen))
router.post('/campagnes/:id/abandon', [settlement.RunAbandonment, 'store']).use(allow(...prepare))
router.post('/campagnes/:id/retenues', [settlement.holds.RunHolds, 'store']).use(allow(...hold))
router
  .post('/campagnes/:id/retenues/bloquees', [settlement.holds.BlockedHolds, 'store'])
  .use(allow(...hold))
router
  .post('/campagnes/:id/retenues/levee', [settlement.holds.RunHolds, 'destroy'])
  .use(allow(...hold))
router.get('/regularisations', [settlement.corrections.Corrections, 'index']).use(allow(...MONEY))
router
  .get('/regularisations/:id', [settlement.corrections.Corrections, 'show'])
  .use(allow(...MONEY))
router
  .post('/regularisations/:id/decision', [settlement.corrections.CorrectionDecisions, 'store'])
  .use(allow(...decideCorrection))
router.get('/reclamations', [settlement.disputes.Disputes, 'index']).use(allow(...MONEY))
router.get('/reclamations/:id', [settlement.disputes.Disputes, 'show']).use(allow(...MONEY))
router
  .post('/reclamations/:id/reponse', [settlement.disputes.DisputeAnswers, 'store'])
  .use(allow(...answerDispute))
router
  .post('/reclamations/:id/messages', [settlement.disputes.DisputeMessages, 'store'])
  .use(allow(...answerDispute))
router
  .get('/reclamations/:id/piece', [settlement.disputes.DisputeFiles, 'show'])
  .use(allow(...MONEY))
