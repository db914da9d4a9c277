/** The tag that brings our message id back in every event of a mail. */
export const messageIdTag = 'message';
