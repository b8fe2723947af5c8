import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router.get('/sante', [controllers.shared.Health, 'show'])
