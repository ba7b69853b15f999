/** Builds the web door. On the server, plain `.ts` files of the product are left to Node, so that both doors share one copy. */
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const oneCopyOnTheServer: Plugin = {
  name: 'one-copy-on-the-server',
  enforce: 'pre',
  resolveId(id) {
    const isOurs = /^#[a-z]+\/.*\.ts$/.test(id)
    return isOurs && this.environment.config.consumer === 'server' ? { id, external: true } : null
  },
}

export default defineConfig({
  plugins: [oneCopyOnTheServer, reactRouter()],
  build: { assetsInlineLimit: 0, cssMinify: true },
})
