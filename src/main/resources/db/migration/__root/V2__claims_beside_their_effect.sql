-- A function with an insert in it is opened anew by every statement that calls it; each store now
-- writes the operation in a part of its own statement.
drop function platform.claim(text, uuid, bytea, int, text);
