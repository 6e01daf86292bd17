/** The only place of this room that knows the engine: what is deployed, and what runs on it. */
package id.laras.books.process;
