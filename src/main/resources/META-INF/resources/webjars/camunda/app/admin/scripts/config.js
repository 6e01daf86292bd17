// Admin: as the engine has it, but one logs in with the login of Laras.
export default {
  customScripts: ['../../../../../laras/session.js'],
};
