import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/shared/exception_handler'))
server.use([() => import('#app/shared/screens/safe_headers_middleware')])
router.use([() => import('#app/shared/screens/pages_middleware')])
