/** Every page but the first. In a file of its own: whoever mounts them must not load them. */
export const pagePath = '/:page{join|confirm|unsubscribe|preferences|check-in|my-data|forget|help-now|privacy}';
